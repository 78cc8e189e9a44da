import { once } from 'node:events'
import type { Hono } from 'hono'
import { createApi } from '../api/api-app.ts'
import type { Archive } from '../archive/archive.ts'
import { createDesk, type DeskOptions } from '../desk/desk-app.ts'
import { startIntake } from '../intake/start-intake.ts'
import { createLogger, type Logger } from '../kit/log.ts'
import { selectorProblem } from '../reader/index.ts'
import { serve } from '../web/serve.ts'
import type { WebEnv } from '../web/web-env.ts'
import { parseOpml, writeOpml } from '../wire/opml.ts'
import type { Configuration } from './configuration.ts'
import { startRetention } from './start-retention.ts'
import { noteStemsOfEmpty } from './stems-state.ts'
import { version } from './version.ts'
import { fetcherOptions } from './with-fetcher.ts'

export type Role = 'collect' | 'read' | 'serve'

export const roles: readonly Role[] = ['collect', 'read', 'serve']

export interface House {
  /** Where the desk is, or null when this process does not serve it. */
  readonly address: string | null
  /** Lets work in hand end, then closes everything but the archive. */
  stop(): Promise<void>
}

/** Composes the rooms over an open archive and sets them to work in the roles given. */
export async function runHouse(options: {
  readonly archive: Archive
  readonly configuration: Configuration
  readonly roles: readonly Role[]
  readonly logger: Logger
  readonly demoLogin?: DeskOptions['demoLogin']
  /** What the first admin must know, while there is none. */
  readonly setupCode?: string
}): Promise<House> {
  const { archive, configuration, roles, logger } = options
  await noteStemsOfEmpty(archive)
  const pipeline = roles.filter((role) => role !== 'serve')
  // First what may be refused: a port that is taken leaves nothing running.
  const server = roles.includes('serve')
    ? await serve(
        beside(
          createApi({
            archive,
            clock: Date.now,
            zone: configuration.zone,
            https: configuration.https,
            logger,
          }),
          createDesk({
            archive,
            clock: Date.now,
            zone: configuration.zone,
            version,
            secureCookies: configuration.https,
            behindProxy: configuration.behindProxy,
            demoLogin: options.demoLogin ?? null,
            ...(options.setupCode === undefined ? {} : { setupCode: options.setupCode }),
            opml: { parse: parseOpml, write: writeOpml },
            selectorProblem,
            logger,
          }),
        ),
        { host: configuration.host, port: configuration.port },
      )
    : null
  const intake =
    pipeline.length === 0
      ? null
      : startIntake({
          archive,
          clock: Date.now,
          chance: Math.random,
          logger,
          roles: pipeline,
          fetcher: fetcherOptions(configuration),
          config: {
            minPollSeconds: configuration.minPollSeconds,
            maxPollSeconds: configuration.maxPollSeconds,
            ...(configuration.readers === undefined ? {} : { readers: configuration.readers }),
            checkMinutes: configuration.checkMinutes,
            leaseMs: configuration.leaseSeconds * 1000,
          },
        })
  const retention = pipeline.includes('collect') ? startRetention(archive, configuration, logger) : null
  return {
    address: server?.address ?? null,
    async stop() {
      await server?.close()
      retention?.stop()
      await intake?.stop()
    },
  }
}

/** The API answers under /api, the desk everywhere else. */
function beside(api: Hono<WebEnv>, desk: Hono<WebEnv>): Parameters<typeof serve>[0] {
  return {
    fetch: (request, bindings) =>
      (new URL(request.url).pathname.startsWith('/api/') ? api : desk).fetch(request, bindings),
  }
}

/** The log that the configuration asks for: text where a person watches, else JSON lines. */
export function configuredLogger({ log, logFormat }: Configuration, isWatched: boolean): Logger {
  return createLogger({ level: log, format: logFormat ?? (isWatched ? 'text' : 'json') })
}

/** Resolves when the process is asked to end (Ctrl-C, or SIGTERM from a service manager). A second time ends it at once. */
export async function askedToEnd(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
}
