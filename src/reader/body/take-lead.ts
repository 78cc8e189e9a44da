import { isFurnitureText } from '../data/furniture.ts'
import { parseMoment } from '../metadata/parse-moment.ts'
import { lettersOf } from '../parse/clean-text.ts'
import type { PageNode } from '../parse/page-node.ts'
import { formOf, mainForm } from './paragraph-form.ts'
import type { Passage } from './passages.ts'
import { endsSentence } from './prose.ts'
import { role } from './role.ts'

export interface LeadSearch {
  readonly kept: readonly Passage[]
  /** All of the page: a lead can stand above the element that holds the text. */
  readonly passages: readonly Passage[]
  readonly description: string
  /** Where the headline stands in the page, as indexes of nodes, in page order. */
  readonly headlines: readonly number[]
  readonly authors: readonly string[]
  readonly language: string
}

export interface FoundLead {
  readonly lead: string | null
  /** What of the kept passages is the text: neither the lead nor a line between it and the text. */
  readonly rest: readonly Passage[]
}

/** The standfirst, when the page sets one apart at the head of the text: the passages that enough speaks for. */
export function takeLead(search: LeadSearch): FoundLead {
  const { kept, passages } = search
  const [first] = kept
  if (first === undefined) return { lead: null, rest: kept }
  const evidence = new Evidence(search)
  const opening = kept.slice(0, 6)
  const inside = leadingRun(opening, evidence)
  const chosen = inside.length > 0 ? inside : aboveText(passages, first, evidence)
  const last = chosen[chosen.length - 1]
  const rest = inside.length === 0 || last === undefined ? kept : kept.slice(kept.indexOf(last) + 1)
  if (last === undefined || rest.length === 0) return { lead: null, rest: kept }
  return { lead: chosen.map(({ text }) => text).join('\n'), rest: withoutByline(rest, evidence) }
}

/** What a passage needs to be the lead, in the weights of `Evidence.of`. */
const enough = 3

/** The leads among the first passages: up to two, with no paragraph of the text before them. */
function leadingRun(opening: readonly Passage[], evidence: Evidence): readonly Passage[] {
  const found: Passage[] = []
  for (const passage of opening) {
    if (evidence.of(passage) >= enough) found.push(passage)
    else if (found.length > 0 || (passage.isProse && evidence.isSetAsText(passage))) break
  }
  return found.slice(0, 2)
}

/** What speaks most for being the lead above the text; of equals, the first. */
function aboveText(passages: readonly Passage[], first: Passage, evidence: Evidence): readonly Passage[] {
  let best: Passage | null = null
  let most = enough - 1
  for (const passage of passages) {
    if (passage.start >= first.start) break
    if (!mayStandAbove(passage)) continue
    const found = evidence.above(passage)
    if (found > most && !isFurnitureText(passage.text) && !evidence.isByline(passage.text)) {
      best = passage
      most = found
    }
  }
  return best === null ? [] : [best]
}

/** Between the lead and the text stand the byline and the date: short lines that are no sentences. */
function withoutByline(rest: readonly Passage[], evidence: Evidence): readonly Passage[] {
  const from = rest.findIndex(
    (passage) =>
      (passage.roles & (role.heading | role.quote | role.item)) !== 0 ||
      evidence.isSetAsText(passage) ||
      passage.weight > 60 ||
      endsSentence(passage.text),
  )
  return from < 0 ? rest : rest.slice(from)
}

const notAbove =
  role.nav |
  role.footer |
  role.figure |
  role.caption |
  role.comments |
  role.dialog |
  role.button |
  role.byline |
  role.hidden |
  role.teaser

/** Above the text stand menus, pictures and other articles too. */
function mayStandAbove({ linkDensity, roles }: Passage): boolean {
  return linkDensity < 0.5 && (roles & notAbove) === 0
}

class Evidence {
  readonly #search: LeadSearch
  readonly #described: string
  /** The description breaks off: the lead goes on. */
  readonly #isCut: boolean
  readonly #form: string
  readonly #ofForm: readonly Passage[]
  readonly #hasCommonParent: boolean

  constructor(search: LeadSearch) {
    this.#search = search
    this.#described = lettersOf(search.description)
    this.#isCut = /(?:…|\.\.\.)\s*$/.test(search.description)
    this.#form = mainForm(search.kept)
    this.#ofForm = search.kept.filter((passage) => this.isSetAsText(passage))
    const parents = new Set(this.#ofForm.map(({ node }) => node.parent))
    this.#hasCommonParent = parents.size < this.#ofForm.length
  }

  /** Three is enough. */
  of(passage: Passage): number {
    if (passage.text.length < 30 || passage.text.length > 900) return 0
    if (this.#isAboutAuthor(passage)) return 0
    let found = 0
    if ((passage.roles & role.standfirst) !== 0) found += 3
    if (this.#isBoldAlone(passage)) found += 3
    if (this.#isDescribed(passage)) found += 2
    if (this.#isUnderHeadline(passage)) found += 2
    if ((passage.roles & role.heading) !== 0) found += this.#isLongOpening(passage) ? 3 : 1
    else if (this.#isApart(passage)) found += 1
    return found
  }

  /** What speaks for a passage that stands above the text; what the page describes itself by counts twice. */
  above(passage: Passage): number {
    let found = this.of(passage)
    if (this.#isBoldAbove(passage)) found += 2
    return found > 0 && this.#isDescribed(passage) ? found + 1 : found
  }

  /** Sentences in bold between the headline and a text that has none. */
  #isBoldAbove(passage: Passage): boolean {
    return (
      passage.text.length > 80 &&
      isBoldSentence(passage) &&
      firstAbove(this.#search.headlines, -1) < passage.start &&
      !this.#search.kept.some(isBoldSentence)
    )
  }

  /** Says who wrote it, or when. */
  isByline(text: string): boolean {
    if (endsSentence(text) || text.length > 120) return false
    return (
      this.#search.authors.some((name) => text.includes(name)) ||
      parseMoment(text, this.#search.language) !== null
    )
  }

  isSetAsText(passage: Passage): boolean {
    return formOf(passage.node) === this.#form
  }

  /** 'Orla Finch is a reporter who …', beside the byline. */
  #isAboutAuthor({ text }: Passage): boolean {
    return this.#search.authors.some(
      (name) => text.startsWith(name) || text.startsWith(`${name.split(' ', 1)[0]} is `),
    )
  }

  #isDescribed(passage: Passage): boolean {
    if (this.#described.length < 30) return false
    const letters = lettersOf(passage.text)
    return (
      letters.length >= 30 &&
      letters.startsWith(this.#described.slice(0, 60)) &&
      (letters.length < this.#described.length * 1.6 || this.#isCut)
    )
  }

  /** A heading of more than a line that opens the text heads no section. */
  #isLongOpening(passage: Passage): boolean {
    return passage === this.#search.kept[0] && passage.weight > 80
  }

  /** In the block of the headline, which holds no paragraph of the text. */
  #isUnderHeadline(passage: Passage): boolean {
    let at: PageNode | null = passage.node
    for (let steps = 0; at !== null && steps < 4; steps++, at = at.parent) {
      const block: PageNode = at
      const headline = firstAbove(this.#search.headlines, block.index)
      if (headline >= block.end) continue
      return (
        headline < passage.start &&
        !this.#ofForm.some(
          (other) => other !== passage && other.start > block.index && other.start < block.end,
        )
      )
    }
    return false
  }

  /** Set in another form than the paragraphs, or elsewhere than all of them. */
  #isApart(passage: Passage): boolean {
    const form = formOf(passage.node)
    if (form !== this.#form)
      return this.#search.kept.filter((other) => other !== passage && formOf(other.node) === form).length < 3
    return (
      this.#hasCommonParent &&
      !this.#ofForm.some((other) => other !== passage && other.node.parent === passage.node.parent)
    )
  }

  /** The first paragraph, in bold from end to end, when no other is: in interviews every question is. */
  #isBoldAlone(passage: Passage): boolean {
    return (
      passage === this.#search.kept[0] &&
      this.#search.kept.length > 2 &&
      isBoldSentence(passage) &&
      !this.#search.kept.some((other) => other !== passage && isBoldSentence(other))
    )
  }
}

/** The first number above the bound, of ascending ones; Infinity when there is none. */
function firstAbove(numbers: readonly number[], bound: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) <= bound) low = middle + 1
    else high = middle
  }
  return numbers[low] ?? Number.POSITIVE_INFINITY
}

function isBoldSentence({ roles, text }: Passage): boolean {
  return (
    (roles & role.strong) !== 0 &&
    (roles & (role.heading | role.item | role.cell | role.quote)) === 0 &&
    text.length >= 30 &&
    endsSentence(text)
  )
}
