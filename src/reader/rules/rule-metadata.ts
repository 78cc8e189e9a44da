import type { EpochMs, Moment } from '../../model/time.ts'
import { authorNames } from '../metadata/author-names.ts'
import { itemValue, textWithin } from '../metadata/page-data.ts'
import { parseMoment } from '../metadata/parse-moment.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import { yearlessMoment } from '../metadata/yearless-moment.ts'
import { cleanText } from '../parse/clean-text.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import type { MatchedRules } from './match-rules.ts'

const longestName = 120

/** The metadata with the headline, time and authors that the outlet's rules name, where they name something that says it. */
export function ruleMetadata(
  metadata: Metadata,
  page: Page,
  rules: MatchedRules,
  fetchedAt: EpochMs | undefined,
): Metadata {
  const [headline] = valuesOf('title')
  const publishedAt = first(rules.elements('date'), momentIn)
  const authors = valuesOf('author').flatMap(namesIn)
  return {
    ...metadata,
    headline: headline ?? metadata.headline,
    publishedAt: publishedAt ?? metadata.publishedAt,
    authors: authors.length > 0 ? [...new Set(authors)] : metadata.authors,
  }

  function valuesOf(field: 'title' | 'author'): readonly string[] {
    return rules
      .elements(field)
      .map((node) => cleanText(itemValue(page, node)))
      .filter((text) => text !== '')
  }

  function momentIn(node: PageNode): Moment | null {
    return first(
      [itemValue(page, node), textWithin(page, node, 300)],
      (text) =>
        parseMoment(text, metadata.language) ??
        (fetchedAt === undefined ? null : yearlessMoment(text, metadata.language, fetchedAt)),
    )
  }
}

/** What the operator points at is a name, even one that does not look like one. */
function namesIn(text: string): readonly string[] {
  const names = authorNames(text)
  return names.length > 0 ? names : text.length <= longestName ? [text] : []
}

function first<From, To>(all: readonly From[], find: (one: From) => To | null): To | null {
  for (const one of all) {
    const found = find(one)
    if (found !== null) return found
  }
  return null
}
