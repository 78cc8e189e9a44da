import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dataFile } from '../report.ts'

export const sets = ['scrapinghub', 'fundus', 'trafilatura', 'wcxb'] as const
export type SetName = (typeof sets)[number]

/** What a page really says; a null is not judged. */
export interface Gold {
  readonly body: string | null
  readonly title: string | null
  readonly authors: readonly string[] | null
  readonly date: string | null
  readonly with?: readonly string[] | null
  readonly without?: readonly string[] | null
}

export interface GoldPage {
  readonly id: string
  readonly url: string
  /** As served. */
  readonly bytes: Uint8Array
  /** Whether the gold body leaves out the lead, as fundus does; in the other sets it is part of the text. */
  readonly partsLead: boolean
  readonly gold: Gold
}

/** The pages of one set, each read from the disk when its turn comes; null where the measuring data is not there. */
export function loadPages(set: SetName): Iterable<GoldPage> | null {
  const list = dataFile(`pages/${set}.jsonl`)
  return list === null ? null : pagesOf(set, list)
}

function* pagesOf(set: SetName, list: string): Generator<GoldPage> {
  for (const line of readFileSync(list, 'utf8').split('\n')) {
    if (line === '') continue
    const row = JSON.parse(line) as { id: string; url: string; html_path: string; gold: Gold }
    const bytes = gunzipSync(readFileSync(path.join(path.dirname(list), row.html_path)))
    yield { id: row.id, url: row.url, bytes, partsLead: set === 'fundus', gold: row.gold }
  }
}
