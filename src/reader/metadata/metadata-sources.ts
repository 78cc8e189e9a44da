import type { EpochMs } from '../../model/time.ts'
import type { Page } from '../parse/page-node.ts'
import type { JsonObject } from './json-ld.ts'
import type { MetaTags } from './meta-tags.ts'

/** Where metadata is looked for. */
export interface MetadataSources {
  readonly page: Page
  readonly address: string
  readonly meta: MetaTags
  readonly objects: readonly JsonObject[]
  readonly article: JsonObject | null
  readonly language: string
  /** By which the page's dates are written: 'en-GB'. */
  readonly locale: string
  /** Of the title element, with what it says of the outlet. */
  readonly title: string
  /** The node that shows the headline; 0 when none does. */
  readonly heading: number
  readonly fetchedAt: EpochMs | null
}
