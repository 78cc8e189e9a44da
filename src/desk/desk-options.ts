import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../kit/clock.ts'
import type { Logger } from '../kit/log.ts'
import type { Problem } from '../model/problem.ts'
import type { Source } from '../model/source.ts'

export interface DeskOptions {
  readonly archive: Archive
  readonly clock: Clock
  /** IANA name of the zone that the newsroom lives in: every time on the desk is told in it. */
  readonly zone: string
  readonly version: string
  /** True where browsers reach the desk over HTTPS. */
  readonly secureCookies: boolean
  /** True where every request comes through a reverse proxy, whose X-Forwarded-For then tells visitors apart. */
  readonly behindProxy?: boolean
  /** Shown on the sign-in page, where the demo has made it. */
  readonly demoLogin?: { readonly name: string; readonly password: string } | null
  /** What the first admin must know; when it is not given it is made, and logged as soon as somebody opens /setup. */
  readonly setupCode?: string
  readonly opml: OpmlCode
  readonly selectorProblem: SelectorProblem
  readonly logger: Logger
}

/** What is wrong with a CSS selector, which room `reader` knows and the desk may not import; null when it can be used. */
export type SelectorProblem = (selector: string) => Problem | null

/** Reading and writing OPML, which room `wire` knows and the desk may not import. */
export interface OpmlCode {
  /** Problem when the text is no OPML. */
  parse(
    text: string,
  ): readonly (Pick<Source, 'kind' | 'address' | 'title'> & { readonly outlet: string | null })[]
  write(sources: readonly (Source & { readonly outlet: string })[], title: string): string
}
