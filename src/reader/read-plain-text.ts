import type { Reading } from '../model/article.ts'

/** Text scraped from a page, without markup, as an article: headline, lead, body. Never throws. */
export function readPlainText(text: string, address = ''): Reading {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [headline, ...rest] = lines
  if (headline === undefined) return { kind: 'empty', why: 'There is no text.' }
  return {
    kind: 'article',
    article: {
      address,
      headline,
      lead: null,
      authors: [],
      agency: null,
      publishedAt: null,
      modifiedAt: null,
      language: 'und',
      blocks: rest.map((line) => ({ kind: 'paragraph', text: line, links: [] })),
      image: null,
      outletName: null,
      section: null,
      keywords: [],
      outgoingLinks: [],
      textFrom: 'page',
    },
  }
}
