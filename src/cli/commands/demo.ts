import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDemoWorld } from '../../../demo/world.ts'
import type { Archive } from '../../archive/archive.ts'
import { createLogger } from '../../kit/log.ts'
import { Problem } from '../../model/problem.ts'
import { hashPassword } from '../../web/auth/password.ts'
import { discoverSources } from '../../wire/discover-sources.ts'
import { addSources } from '../add-sources.ts'
import { type Command, exitCode } from '../command.ts'
import type { Configuration } from '../configuration.ts'
import { askedToEnd, roles, runHouse } from '../run-house.ts'
import { withArchive } from '../with-archive.ts'
import { withFetcher } from '../with-fetcher.ts'

const login = { name: 'demo', password: 'demo-desk' } as const

/** An hour of the world in about five minutes. */
const speed = 12

/** The usual checks, sooner: the world's outlets edit their articles within minutes. */
const demoCheckMinutes = [0.25, 0.5, 1, 2, 4]

export const demo: Command = {
  name: 'demo',
  summary: 'see it alive: an invented world of news, offline',
  usage: '',
  help: `
Starts eight invented outlets on this machine, which publish in four languages while you watch, and a desk that follows
them. Nothing leaves the machine, and nothing is kept when it ends (Ctrl-C).`,
  options: {
    port: { type: 'string', value: 'N', help: 'the desk listens on this port (7300)' },
    'log-level': { type: 'string', value: 'LEVEL', help: 'show what it does: debug, info, warn, error' },
  },
  arguments: { min: 0, max: 0 },
  async run({ configuration, terminal, text }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'wiredesk-demo-'))
    const world = await startDemoWorld({ clock: Date.now, speed, seed: 1 })
    const own: Configuration = {
      ...configuration,
      home: folder,
      database: path.join(folder, 'archive.db'),
      allow: ['*.localhost'],
      hostGapSeconds: 0.05,
      minPollSeconds: 2,
      maxPollSeconds: 10,
      checkMinutes: demoCheckMinutes,
    }
    try {
      return await withArchive(
        own,
        async (archive) => {
          const passwordHash = await hashPassword(login.password)
          await archive.users.add({ name: login.name, role: 'admin', passwordHash, createdAt: Date.now() })
          const logger = createLogger({ level: demoLogLevel(text('log-level')), format: 'text' })
          const house = await runHouse({
            archive,
            configuration: own,
            roles,
            logger,
            demoLogin: login,
          })
          try {
            terminal.say(
              [
                '',
                `  The desk        ${terminal.style.bold(house.address ?? '')}`,
                `  Log in with     name ${terminal.style.bold(login.name)}, password ${terminal.style.bold(login.password)}`,
                `  The world       ${world.sources.length} invented outlets, such as ${world.sources[0]?.address}`,
                '  To end          Ctrl-C',
                '',
              ].join('\n'),
            )
            const end = askedToEnd()
            await Promise.race([watchWorld(archive, own, world.sources), end])
            await end
            return exitCode.ok
          } finally {
            await house.stop()
          }
        },
        { mayMake: true },
      )
    } finally {
      await world.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** As a newcomer would: each home page pasted, the best of what is found added. */
async function watchWorld(
  archive: Archive,
  configuration: Configuration,
  sources: readonly { readonly address: string }[],
): Promise<void> {
  await withFetcher(configuration, async (fetcher) => {
    await Promise.all(
      sources.map(async ({ address }) => {
        const found = await patiently(() => discoverSources(address, fetcher))
        await addSources(archive, configuration, found.slice(0, 1))
      }),
    )
  })
}

/** Outlets of this world have their moods: one that refuses is asked again, ten times at most. */
async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Problem) || attempt === 10) throw error
      await wait(1000)
    }
  }
}

function demoLogLevel(level: string | undefined): 'debug' | 'info' | 'warn' | 'error' {
  const known = (['debug', 'info', 'warn', 'error'] as const).find((candidate) => candidate === level)
  return known ?? 'error'
}
