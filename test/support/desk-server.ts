import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { createDesk, type DeskOptions } from '../../src/desk/desk-app.ts'
import { createLogger } from '../../src/kit/log.ts'
import { selectorProblem } from '../../src/reader/index.ts'
import { hashPassword } from '../../src/web/auth/password.ts'
import { serve } from '../../src/web/serve.ts'
import { parseOpml, writeOpml } from '../../src/wire/opml.ts'
import { fileReport } from './file-report.ts'
import { sampleNow, sampleOutlets, sampleReports, sampleZone } from './sample-news.ts'

export const editor = { name: 'aigerim', password: 'a sentence is a good password' } as const

export interface DeskServer {
  readonly address: string
  readonly archive: Archive
  /** What the desk takes for the time; tests may move it. */
  readonly clock: { now: number }
  close(): Promise<void>
}

/** A desk over an archive of its own in a folder of its own, with one editor, over real HTTP. */
export async function serveDesk(
  options: Partial<DeskOptions> & { readonly users?: 'none'; readonly news?: 'sample' } = {},
): Promise<DeskServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wiredesk-desk-'))
  const clock = { now: sampleNow }
  const archive = await openArchive(path.join(folder, 'archive.db'), { clock: () => clock.now })
  if (options.users !== 'none') {
    const passwordHash = await hashPassword(editor.password)
    await archive.users.add({ name: editor.name, role: 'admin', passwordHash, createdAt: sampleNow })
  }
  if (options.news === 'sample') await fillWithSample(archive)
  const app = createDesk({
    archive,
    clock: () => clock.now,
    zone: sampleZone,
    version: '0.0.0-test',
    secureCookies: false,
    opml: { parse: parseOpml, write: writeOpml },
    selectorProblem,
    logger: createLogger({ level: 'silent', format: 'json' }),
    ...options,
  })
  const server = await serve(app, { host: '127.0.0.1', port: 0 })
  return {
    address: server.address,
    archive,
    clock,
    async close() {
      await server.close()
      await archive.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function fillWithSample(archive: Archive): Promise<void> {
  const ids = new Map<string, number>()
  for (const [index, outlet] of Object.values(sampleOutlets).entries()) {
    const address = `https://${outlet.key}/feed.xml`
    const { source } = await archive.sources.add(
      { kind: 'feed', address, title: outlet.name, outlet, nextPollAt: sampleNow, intervalSeconds: 300 },
      sampleNow - 86_400_000,
    )
    ids.set(outlet.key, source.id)
    const failing = index === 2
    await archive.sources.recordPoll(source.id, {
      health: {
        ...source.health,
        nextPollAt: sampleNow + (index + 2) * 60_000,
        lastPollAt: sampleNow - 40_000,
        lastSuccessAt: sampleNow - (failing ? 5_400_000 : 40_000),
        lastNewAt: sampleNow - 240_000,
        consecutiveFailures: failing ? 3 : 0,
        lastProblem: failing
          ? { code: 'wire/timeout', message: `${address} did not answer in 20 s`, at: sampleNow - 40_000 }
          : null,
      },
      state: 'active',
      movedTo: null,
      entries: [],
      at: sampleNow - 40_000,
    })
    if (index === 3) await archive.sources.setState(source.id, 'paused', sampleNow)
  }
  for (const { article, outlet } of sampleReports.toReversed()) {
    const now = (article.publishedAt?.at ?? sampleNow) + 30_000
    await fileReport(archive, { article, outlet, sourceId: ids.get(outlet.key) ?? null, now })
  }
  for (const { later, outlet } of sampleReports) {
    if (later === undefined) continue
    await fileReport(archive, {
      article: later,
      outlet,
      sourceId: ids.get(outlet.key) ?? null,
      now: sampleNow,
    })
  }
}
