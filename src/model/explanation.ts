import type { Reading } from './article.ts'
import type { RuleField } from './outlet-rules.ts'
import type { PassageWhy } from './passage-why.ts'

/** A reading and why it is as it is. */
export interface Explanation {
  readonly reading: Reading
  readonly trace: ReadingTrace
}

export interface ReadingTrace {
  /** The element that the article was found in, or null: the page has none, or its data held the text. */
  readonly container: string | null
  /** Whether the page is so large that its end was left unread. */
  readonly isCut: boolean
  /** All text of the page, in page order. */
  readonly passages: readonly TracedPassage[]
  readonly facts: readonly TracedFact[]
  /** How often each of the outlet's rules met something on this page. */
  readonly rules: readonly RuleUse[]
}

/** A run of text that stands by itself on the page, and what the reader made of it. */
export interface TracedPassage {
  /** Grows in page order; the same for two readings of one page. */
  readonly at: number
  /** Where it stands: itself a CSS selector, of its last few elements. */
  readonly path: string
  readonly shape: 'heading' | 'paragraph' | 'item' | 'cell' | 'quote' | 'caption'
  /** 1 to 6 for a heading. */
  readonly level: number | null
  readonly text: string
  readonly keep: boolean
  /** With `rule`, the outlet's rule that decided. */
  readonly why: PassageWhy
  readonly rule: string | null
  /** What the elements around it are or are named for, as far as the reader went by that. */
  readonly roles: readonly string[]
}

/** What the page says of itself in several places, and which of them agree with what was taken. */
export interface TracedFact {
  readonly fact: 'headline' | 'published' | 'modified' | 'authors'
  /** What was taken; times as ISO 8601. '' when nothing was. */
  readonly taken: string
  readonly said: readonly Said[]
}

export interface Said {
  /** 'json-ld', 'meta', 'microdata', 'h1', 'time', 'title', 'address', 'rule'. */
  readonly by: string
  readonly text: string
  readonly agrees: boolean
}

export interface RuleUse {
  readonly field: RuleField
  readonly selector: string
  /** How many elements of the page it names. */
  readonly found: number
}
