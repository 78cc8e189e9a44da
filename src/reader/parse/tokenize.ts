import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { keptAttributes, knownTags } from './element-habits.ts'
import { KnownNames } from './known-names.ts'
import type { Markup } from './markup.ts'
import { type Attributes, noAttributes } from './page-node.ts'

/** What is made of a page's tokens. Names are in lower case. */
export interface TokenSink {
  /** Whether it takes no more: the rest of the page is left unread. */
  readonly isFull: boolean
  /** Text between two tags can come in parts. White space by itself is one space. */
  text(text: string): void
  openTag(tag: string, attributes: Attributes): void
  closeTag(tag: string): void
}

/**
 * Parts a page into tags and text as browsers do (WHATWG HTML §13.2.5), in time linear in its length. Of attributes
 * only those are read that the reader looks at, or all; comments and style sheets are passed over.
 */
export function tokenize(markup: Markup, sink: TokenSink, attributes: 'kept' | 'all' = 'kept'): void {
  new Tokenizer(markup, sink, attributes === 'all').run()
}

const tagNames = new KnownNames(knownTags)
const attributeNames = new KnownNames(keptAttributes)

/** What these hold is text up to their end tag; in the first two, entities are decoded. */
const rawTags: ReadonlySet<string> = new Set(
  'title textarea script style iframe xmp noembed noframes'.split(' '),
)
const encodedTags: ReadonlySet<string> = new Set(['title', 'textarea'])

const code = {
  tab: 9,
  newLine: 10,
  formFeed: 12,
  carriageReturn: 13,
  space: 32,
  bang: 33,
  quote: 34,
  ampersand: 38,
  apostrophe: 39,
  dash: 45,
  slash: 47,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
} as const

class Tokenizer {
  readonly #markup: Markup
  readonly #codes: string
  readonly #sink: TokenSink
  readonly #end: number
  readonly #keepsAll: boolean
  #at = 0
  /** Names and values of the tag that is read, as many as are kept: the rest is of tags before it. */
  readonly #attributes: string[] = []
  #kept = 0

  constructor(markup: Markup, sink: TokenSink, keepsAll: boolean) {
    this.#keepsAll = keepsAll
    this.#markup = markup
    this.#codes = markup.codes
    this.#sink = sink
    this.#end = markup.codes.length
  }

  run(): void {
    while (this.#at < this.#end && !this.#sink.isFull) {
      this.#text()
      if (this.#at < this.#end) this.#markupItem()
    }
  }

  #text(): void {
    const codes = this.#codes
    const start = this.#at
    let at = start
    let seen = 0
    let isBlank = true
    let isEncoded = false
    for (; at < this.#end; at++) {
      const one = codes.charCodeAt(at)
      if (one === code.less && this.#opensMarkup(at + 1)) break
      seen |= one
      if (one === code.ampersand) isEncoded = true
      if (isBlank && !isSpace(one)) isBlank = false
    }
    this.#at = at
    if (at === start) return
    if (isBlank) this.#sink.text(' ')
    else {
      const text = this.#slice(start, at, seen)
      this.#sink.text(isEncoded ? decodeHTML(text) : text)
    }
  }

  #slice(start: number, end: number, seen: number): string {
    return seen < 0x80 ? this.#codes.slice(start, end) : this.#markup.text(start, end)
  }

  /** Whether a '<' before this place is more than text. */
  #opensMarkup(at: number): boolean {
    const one = this.#codes.charCodeAt(at)
    return (
      isLetter(one) ||
      one === code.bang ||
      one === code.question ||
      (one === code.slash && at + 1 < this.#end)
    )
  }

  #markupItem(): void {
    const next = this.#codes.charCodeAt(this.#at + 1)
    if (isLetter(next)) this.#openTag()
    else if (next === code.slash) this.#closeTag()
    else if (this.#codes.startsWith('<!--', this.#at)) this.#comment()
    else this.#skipBehind('>')
  }

  #openTag(): void {
    const tag = this.#tagName(this.#at + 1)
    if (!this.#readAttributes(true)) return
    this.#sink.openTag(tag, this.#kept === 0 ? noAttributes : this.#attributes.slice(0, this.#kept))
    if (rawTags.has(tag)) this.#rawText(tag)
    else if (tag === 'plaintext') this.#emitRaw(this.#end, false)
  }

  #closeTag(): void {
    if (isLetter(this.#codes.charCodeAt(this.#at + 2))) {
      const tag = this.#tagName(this.#at + 2)
      if (this.#readAttributes(false)) this.#sink.closeTag(tag)
    } else this.#skipBehind('>')
  }

  #tagName(start: number): string {
    const codes = this.#codes
    let at = start
    while (at < this.#end && !endsName(codes.charCodeAt(at))) at++
    this.#at = at
    return tagNames.at(codes, start, at) ?? this.#markup.text(start, at).toLowerCase()
  }

  /** Goes behind the end of the tag. False where the page ends before it: such a tag is none. */
  #readAttributes(isKept: boolean): boolean {
    const codes = this.#codes
    this.#kept = 0
    for (let at = this.#at; at < this.#end; ) {
      const one = codes.charCodeAt(at)
      if (one === code.greater) {
        this.#at = at + 1
        return true
      }
      if (one === code.slash || isSpace(one)) at++
      else at = this.#attribute(at, isKept)
    }
    this.#at = this.#end
    return false
  }

  /** Reads one attribute and gives the place behind it. */
  #attribute(start: number, isKept: boolean): number {
    const codes = this.#codes
    // A '=' at its start is part of the name.
    let at = start + 1
    while (at < this.#end && codes.charCodeAt(at) !== code.equals && !endsName(codes.charCodeAt(at))) at++
    const name = isKept ? this.#attributeName(start, at) : undefined
    const behindName = at
    while (isSpace(codes.charCodeAt(at))) at++
    if (codes.charCodeAt(at) !== code.equals) {
      if (name !== undefined) this.#keep(name, '')
      return behindName
    }
    at++
    while (isSpace(codes.charCodeAt(at))) at++
    const quote = codes.charCodeAt(at)
    if (quote === code.quote || quote === code.apostrophe) return this.#quotedValue(at + 1, quote, name)
    return this.#bareValue(at, name)
  }

  /** Undefined for one that is passed over. */
  #attributeName(start: number, end: number): string | undefined {
    const known = attributeNames.at(this.#codes, start, end)
    return known === undefined && this.#keepsAll ? this.#markup.text(start, end).toLowerCase() : known
  }

  #quotedValue(start: number, quote: number, name: string | undefined): number {
    const codes = this.#codes
    if (name === undefined) {
      const found = codes.indexOf(quote === code.quote ? '"' : "'", start)
      return found < 0 ? this.#end : found + 1
    }
    let seen = 0
    let isEncoded = false
    let at = start
    for (; at < this.#end; at++) {
      const one = codes.charCodeAt(at)
      if (one === quote) break
      seen |= one
      if (one === code.ampersand) isEncoded = true
    }
    this.#keep(name, this.#value(start, at, seen, isEncoded))
    return at + 1
  }

  #bareValue(start: number, name: string | undefined): number {
    const codes = this.#codes
    let seen = 0
    let isEncoded = false
    let at = start
    for (; at < this.#end; at++) {
      const one = codes.charCodeAt(at)
      if (one === code.greater || isSpace(one)) break
      seen |= one
      if (one === code.ampersand) isEncoded = true
    }
    if (name !== undefined) this.#keep(name, this.#value(start, at, seen, isEncoded))
    return at
  }

  #value(start: number, end: number, seen: number, isEncoded: boolean): string {
    const text = this.#slice(start, end, seen)
    return isEncoded ? decodeHTMLAttribute(text) : text
  }

  /** The first of a name counts. */
  #keep(name: string, value: string): void {
    const attributes = this.#attributes
    for (let i = 0; i < this.#kept; i += 2) if (attributes[i] === name) return
    attributes[this.#kept++] = name
    attributes[this.#kept++] = value
  }

  /** `-->` and `--!>` end a comment, and so do `<!-->` and `<!--->`. */
  #comment(): void {
    const start = this.#at
    commentEnd.lastIndex = start + 2
    let found = commentEnd.exec(this.#codes)
    while (found !== null && found[0] !== '-->' && found.index < start + 4)
      found = commentEnd.exec(this.#codes)
    this.#at = found === null ? this.#end : commentEnd.lastIndex
  }

  #skipBehind(mark: string): void {
    const found = this.#codes.indexOf(mark, this.#at)
    this.#at = found < 0 ? this.#end : found + 1
  }

  #rawText(tag: string): void {
    const end = tag === 'script' ? this.#endOfScript() : this.#endTag(tag, this.#at)
    if (tag === 'style') this.#at = end
    else this.#emitRaw(end, encodedTags.has(tag))
  }

  #emitRaw(end: number, isEncoded: boolean): void {
    const text = this.#markup.text(this.#at, end)
    this.#at = end
    if (text !== '') this.#sink.text(isEncoded ? decodeHTML(text) : text)
  }

  /** Where the next end tag of this name begins, or the page ends. */
  #endTag(tag: string, from: number): number {
    const codes = this.#codes
    for (let at = codes.indexOf('</', from); at >= 0; at = codes.indexOf('</', at + 2)) {
      const end = at + 2 + tag.length
      if (endsName(codes.charCodeAt(end)) && tagNames.at(codes, at + 2, end) === tag) return at
    }
    return this.#end
  }

  /** A script within a comment within a script does not end it (the script data double escaped state). */
  #endOfScript(): number {
    const start = this.#at
    const end = this.#endTag('script', start)
    if (!this.#codes.slice(start, end).includes('<!--')) return end
    let state: 'plain' | 'escaped' | 'double' = 'plain'
    scriptMarks.lastIndex = start
    for (let mark = scriptMarks.exec(this.#codes); mark !== null; mark = scriptMarks.exec(this.#codes)) {
      if (mark[0] === '-->') state = 'plain'
      else if (mark[0] === '<!--') {
        if (state === 'plain') state = 'escaped'
        // `<!-->` begins and ends it.
        scriptMarks.lastIndex = mark.index + 2
      } else if (mark[1] === '') state = state === 'escaped' ? 'double' : state
      else if (state !== 'double') return mark.index
      else state = 'escaped'
    }
    return this.#end
  }
}

const commentEnd = /--!?>/g
const scriptMarks = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi

function isLetter(one: number): boolean {
  return (one | 0x20) >= 97 && (one | 0x20) <= 122
}

function isSpace(one: number): boolean {
  return (
    one === code.space ||
    one === code.newLine ||
    one === code.tab ||
    one === code.carriageReturn ||
    one === code.formFeed
  )
}

function endsName(one: number): boolean {
  return one === code.greater || one === code.slash || isSpace(one)
}
