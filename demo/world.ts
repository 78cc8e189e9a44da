import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../src/kit/clock.ts'
import type { SourceKind } from '../src/model/source.ts'
import type { EpochMs } from '../src/model/time.ts'
import { seededChance } from './chance.ts'
import { editionOf } from './edition.ts'
import { loadStories } from './load-stories.ts'
import type { Answer, Outlet, ScheduledReport } from './outlet.ts'
import { outlets } from './outlets/all-outlets.ts'
import { scheduleStories } from './schedule.ts'
import { directory } from './serve/directory.ts'
import { picture } from './serve/picture.ts'
import { createRefusals } from './serve/refusals.ts'
import { type Pace, send } from './serve/send.ts'

export interface DemoWorldOptions {
  /** 0, the default, takes any. */
  readonly port?: number
  readonly clock: Clock
  /** Story seconds in a real second: at 12, the hour takes five minutes. */
  readonly speed: number
  readonly seed: number
  /** How long the slow outlet thinks before it answers. */
  readonly slowMilliseconds?: readonly [least: number, most: number]
}

export interface DemoWorld {
  readonly address: string
  /** What a newcomer would paste, with what is found there. */
  readonly sources: readonly {
    readonly address: string
    readonly expects: SourceKind
    readonly title: string
  }[]
  /** All that will ever come out, in order of publication. */
  readonly schedule: readonly PublishedReport[]
  /** What is out by now and not withdrawn, as it stands now. */
  published(): readonly PublishedReport[]
  /** How often each address was asked for, whatever the answer. */
  readonly asked: ReadonlyMap<string, number>
  close(): Promise<void>
}

export interface PublishedReport {
  readonly id: string
  readonly address: string
  /** The host name of its outlet. */
  readonly outlet: string
  readonly language: string
  readonly headline: string
  readonly story: string
  readonly publishedAt: EpochMs
  readonly modifiedAt: EpochMs
  readonly withdrawnAt: EpochMs | null
  readonly isPaywalled: boolean
  /** The id of the report that it repeats word for word. */
  readonly copyOf: string | null
}

/** An invented world of news on 127.0.0.1: eight outlets at http://NAME.localhost:PORT/, told apart by Host. */
export async function startDemoWorld(options: DemoWorldOptions): Promise<DemoWorld> {
  const { clock, speed, seed, slowMilliseconds = [2000, 4000] } = options
  const schedule = scheduleStories(loadStories(), outlets, { start: clock(), speed, seed })
  const chance = seededChance(seed, 'pace')
  const refusals = createRefusals(clock)
  const asked = new Map<string, number>()
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    address: `http://localhost:${port}/`,
    sources: outlets.map((outlet) => ({
      address: `${originOf(outlet)}${outlet.front}`,
      expects: outlet.expects,
      title: outlet.title,
    })),
    schedule: schedule.map((report) => published(report, Number.POSITIVE_INFINITY)),
    published: () => {
      const now = clock()
      return schedule.filter((report) => isOut(report, now)).map((report) => published(report, now))
    },
    asked,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^m\./, '')
    const outlet = outlets.find(({ host }) => name === `${host}.localhost`)
    const path = request.url ?? '/'
    const address = `http://${request.headers.host ?? ''}${path}`
    asked.set(address, (asked.get(address) ?? 0) + 1)
    const found = outlet === undefined ? directory(outlets, originOf) : reply(outlet, path)
    const pace =
      outlet?.habit === 'slow' && found.type !== 'image/svg+xml' ? slowly() : { milliseconds: 0, drops: 1 }
    await send(request, response, found, { charset: outlet?.charset ?? 'utf-8', pace })
  }

  function reply(outlet: Outlet, path: string): Answer {
    const drawn = /^\/media\/([a-z0-9-]+)\.svg$/.exec(path)?.[1]
    if (drawn !== undefined) return { type: 'image/svg+xml', body: picture(drawn), modifiedAt: null }
    const refusal = outlet.habit === 'refuses at times' ? refusals.next() : null
    const edition = editionOf(outlet, schedule, { now: clock(), originOf })
    return refusal ?? outlet.answer(withoutTracking(path), edition) ?? missing(outlet)
  }

  function slowly(): Pace {
    const [least, most] = slowMilliseconds
    return { milliseconds: least + chance() * (most - least), drops: most === 0 ? 1 : 4 }
  }

  function published(report: ScheduledReport, now: EpochMs): PublishedReport {
    const version = report.versions.findLast(({ since }) => since <= now) ?? report.versions[0]
    return {
      id: report.id,
      address: `${originOf(report.outlet)}${report.outlet.pathOf(report)}`,
      outlet: report.outlet.host,
      language: report.outlet.language,
      headline: version?.headline ?? '',
      story: report.story,
      publishedAt: report.publishedAt,
      modifiedAt: version?.since ?? report.publishedAt,
      withdrawnAt: report.withdrawnAt,
      isPaywalled: report.isPaywalled,
      copyOf: report.copyOf?.id ?? null,
    }
  }

  function originOf({ host }: Outlet): string {
    return `http://${host}.localhost:${port}`
  }
}

function isOut({ publishedAt, withdrawnAt }: ScheduledReport, now: EpochMs): boolean {
  return publishedAt <= now && (withdrawnAt === null || now < withdrawnAt)
}

function withoutTracking(path: string): string {
  return path.replace(/[?&](utm_\w+|ref)=[^&]*/g, '').replace(/^([^?&]+)&/, '$1?')
}

function missing({ charset }: Outlet): Answer {
  const body = '<html><head><title>404</title></head><body><h1>404</h1></body></html>'
  return { status: 404, type: `text/html; charset=${charset}`, body, modifiedAt: null }
}
