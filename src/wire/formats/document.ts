import { compile, selectAll, selectOne } from 'css-select'
import { type AnyNode, type Document, DomHandler, type Element } from 'domhandler'
import { getAttributeValue, textContent } from 'domutils'
import { Parser } from 'htmlparser2'

export type { Document, Element }

/**
 * Reads on for as long as elements are nested no deeper than on any page of people's: beyond that the parser takes
 * time with the square of the depth, and walks over the tree run out of stack.
 */
export function parsePage(html: string): Document {
  const handler = new DepthCounter()
  const parser = new Parser(handler)
  for (let at = 0; at < html.length && handler.depth <= maxDepth; at += chunk)
    parser.write(html.slice(at, at + chunk))
  parser.end()
  return handler.root
}

const maxDepth = 512
const chunk = 4096

class DepthCounter extends DomHandler {
  depth = 0

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1
    super.onopentag(name, attributes)
  }

  override onclosetag(): void {
    this.depth -= 1
    super.onclosetag()
  }
}

/** Every element that the selector finds, in document order. */
export function all(selector: string, within: Document | Element): Element[] {
  return selectAll<AnyNode, Element>(compiled(selector), within)
}

export function first(selector: string, within: Document | Element): Element | null {
  return selectOne<AnyNode, Element>(compiled(selector), within)
}

export function attribute(element: Element | null, name: string): string | null {
  return element === null ? null : (getAttributeValue(element, name) ?? null)
}

/** The element's text with white space collapsed; '' for null. */
export function textOf(element: Element | null): string {
  return element === null ? '' : textContent(element).replace(/\s+/g, ' ').trim()
}

/** What relative links of the page are relative to: its <base>, else its own address. */
export function baseOf(page: Document, address: string): string {
  const base = attribute(first('base[href]', page), 'href')
  return base !== null && URL.canParse(base, address) ? new URL(base, address).href : address
}

type Query = (element: Element) => boolean

/** Selectors are few and used for every link of a page: compiled once. */
const queries = new Map<string, Query>()

function compiled(selector: string): Query {
  let query = queries.get(selector)
  if (query === undefined) {
    query = compile<AnyNode, Element>(selector)
    queries.set(selector, query)
  }
  return query
}
