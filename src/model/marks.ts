import type { LanguageTag } from './language-tag.ts'

/** A place in an article's text (`articleText`): UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What `language` finds in one article's text: who is named, who said what, whom it credits, when, who met whom. */
export interface Marks {
  readonly language: LanguageTag
  /** Stretches that are written in another language than the text: a quotation, an embedded post. */
  readonly foreign: readonly (Span & { readonly language: LanguageTag })[]
  readonly sentences: readonly Span[]
  /** Each person, organisation and place of the text once, in the order of their first mention. */
  readonly names: readonly TextName[]
  /** In text order; they do not overlap. */
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly credits: readonly Credit[]
  readonly times: readonly TimeExpression[]
  readonly encounters: readonly Encounter[]
  /** IPTC Media Topics, top level ('medtop:11000000'), or null where the text does not tell. */
  readonly topic: string | null
}

export type NameKind = 'person' | 'organisation' | 'place' | 'product' | 'event'

/** `name` is a place in `Marks.names`. */
export interface Mention extends Span {
  readonly kind: NameKind
  readonly name: number
  /** By its name, by an office or title («госсекретарь США»), or by a pronoun. */
  readonly by: 'name' | 'title' | 'pronoun'
}

/** All mentions of one Name in one text. */
export interface TextName {
  readonly kind: NameKind
  /** The fullest form in the text, in the base case of its language. */
  readonly name: string
  /**
   * Equal for one name in every case form, script and language: what Names are united by across articles. A person's is
   * the family name and the given names with '|' between; nothing stands behind it where the text gives no given name.
   */
  readonly key: string
  /** Other forms in the base case, each once. */
  readonly aliases: readonly string[]
  /** Titles and offices as the text states them, in the base case, each once. */
  readonly offices: readonly string[]
}

/** `name` is null where the text does not name who it is («источник», "officials"). */
export interface Party extends Span {
  readonly name: number | null
}

export interface Statement {
  /** What was said, without quotation marks; several where a cue parts it or it runs over paragraphs. */
  readonly content: readonly Span[]
  readonly cue: Span | null
  readonly speaker: Party | null
  readonly manner: 'direct' | 'reported'
  /** Said or written; or what the text says that the speaker thinks, wants, feels or has found, said or not. */
  readonly act: 'says' | 'thinks'
  /** To whom, where the text says so. */
  readonly addressee: Party | null
  /** On what occasion («на брифинге»), where the text says so. */
  readonly occasion: Span | null
  /** The credit that it came through: a place in `Marks.credits`, or null. */
  readonly credit: number | null
}

export type CreditKind = 'outlet' | 'agency' | 'channel' | 'person' | 'organisation' | 'document'

/** Whom the text names as where it has this from; the span is the whole phrase, `source` the one who is named. */
export interface Credit extends Span {
  readonly source: Span
  readonly kind: CreditKind
  /** The source in its base case, without quotation marks. */
  readonly sourceName: string
  /** The source's place in `Marks.names`, or null. */
  readonly name: number | null
  /** The key of the outlet in the gazetteer (its registrable domain), or null. */
  readonly outlet: string | null
  /** Where the phrase links to, or null. */
  readonly address: string | null
  /** The credit that this source in its turn has it from: a place in `Marks.credits`, or null. */
  readonly citing: number | null
}

export type Granularity =
  | 'second'
  | 'minute'
  | 'hour'
  | 'part-of-day'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'decade'
  | 'century'

export interface TimeExpression extends Span {
  readonly kind: 'point' | 'interval' | 'duration' | 'set'
  /** Null where the text leaves it open («недавно», "soon"). */
  readonly granularity: Granularity | null
  /**
   * As TIMEX3 writes values (ISO-TimeML, ISO 24617-1), by the clocks of the article's zone: '2023-02-28',
   * '2022-SP', '2023-W09', '2023-02-28TNI', 'P30Y', 'PRESENT_REF'; an interval as 'START/END', its last day or year in it.
   */
  readonly value: string
  /** First moment and first moment after, in local time of the article's zone ('2023-02-28T00:00:00'), or null. */
  readonly from: string | null
  readonly until: string | null
}

export type EncounterKind =
  | 'arrival'
  | 'departure'
  | 'visit'
  | 'meeting'
  | 'call'
  | 'talks'
  | 'joint-statement'

/** A visit, meeting, call, talks, a joint statement, a journey: who, with whom, where, when. The span is the clause. */
export interface Encounter extends Span {
  readonly kind: EncounterKind
  readonly cue: Span
  readonly who: readonly Party[]
  readonly with: readonly Party[]
  readonly place: Party | null
  /** Where a journey starts, or null. */
  readonly origin: Party | null
  /** A place in `Marks.times`, or null. */
  readonly time: number | null
  /** A fact as the text tells it, a plan still ahead, or denied. */
  readonly standing: 'fact' | 'plan' | 'denied'
}
