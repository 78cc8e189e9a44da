import { Parser } from 'htmlparser2'
import { decodePage } from '../../src/reader/index.ts'
import type { GoldPage } from './load-pages.ts'
import type { Found } from './score.ts'

/** The floor of the time: the page decoded and parsed, by handlers that do nothing. */
export function bareParser(page: GoldPage): Found {
  const parser = new Parser({ onopentag() {}, ontext() {}, onclosetag() {} })
  parser.write(decodePage(page.bytes, null).text)
  parser.end()
  return { body: '', title: '', authors: [], date: null }
}
