import type { SourceKind } from '../src/model/source.ts'
import type { EpochMs } from '../src/model/time.ts'
import type { Place } from './local-time.ts'
import type { Topic } from './story.ts'

/** An invented publisher: where it is, how it writes its pages, and its habits. */
export interface Outlet extends Place {
  /** NAME in http://NAME.localhost:PORT/ */
  readonly host: string
  readonly title: string
  /** What a newcomer would paste. */
  readonly front: string
  /** What is found there. */
  readonly expects: SourceKind
  readonly charset: Charset
  readonly habit?: 'slow' | 'refuses at times'
  readonly sections: Readonly<Record<Topic, readonly [slug: string, name: string]>>
  pathOf(report: ScheduledReport): string
  /** Everything at this path but pictures; null where there is nothing. */
  answer(path: string, edition: Edition): Answer | null
}

export type Charset = 'utf-8' | 'windows-1251' | 'koi8-r'

/** One outlet as it stands now. */
export interface Edition {
  readonly outlet: Outlet
  /** http://NAME.localhost:PORT */
  readonly origin: string
  readonly now: EpochMs
  /** What is out and not withdrawn, the newest first. */
  readonly reports: readonly CurrentReport[]
  /** The absolute address of any report of the world. */
  addressOf(id: string): string
}

export interface CurrentReport extends Version {
  readonly report: ScheduledReport
  readonly path: string
  readonly address: string
}

export interface Answer {
  readonly status?: number
  readonly type: string
  readonly body: string
  /** For Last-Modified; null sends none. */
  readonly modifiedAt: EpochMs | null
  readonly headers?: Readonly<Record<string, string>>
}

/** A report with all its times as they will be: `versions` is never empty, the oldest first. */
export interface ScheduledReport {
  readonly id: string
  /** Counts up in the order of publication; outlets number their pages by it. */
  readonly number: number
  readonly story: string
  readonly topic: Topic
  readonly outlet: Outlet
  readonly publishedAt: EpochMs
  readonly withdrawnAt: EpochMs | null
  readonly isPaywalled: boolean
  readonly copyOf: ScheduledReport | null
  readonly author: string | null
  readonly tags: readonly string[]
  readonly picture: { readonly caption: string; readonly credit: string } | null
  readonly versions: readonly Version[]
}

export interface Version {
  readonly since: EpochMs
  readonly headline: string
  readonly lead: string | null
  readonly body: readonly string[]
}
