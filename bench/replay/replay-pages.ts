import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { canonicalAddress } from '../../src/kit/address.ts'
import { dataFile } from '../report.ts'

/** A page of the measuring data as a host serves it. */
export interface ReplayPage {
  /** With http, whatever it had: a proxy is not asked for the whole address of others. */
  readonly address: string
  /** As served, in gzip. */
  readonly packed: Uint8Array
  /** 1 is the page itself; others differ from it in a few words and say of no other address that it is theirs. */
  readonly copy: number
}

/** All pages of all sets, each so many times under addresses of its host; null where the data is not there. */
export function replayPages(copies: number): readonly ReplayPage[] | null {
  const folder = dataFile('pages')
  if (folder === null) return null
  return ['scrapinghub', 'fundus', 'trafilatura', 'wcxb']
    .flatMap((set) => readFileSync(path.join(folder, `${set}.jsonl`), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { id, url, html_path } = JSON.parse(line) as { id: string; url: string; html_path: string }
      const packed = readFileSync(path.join(folder, html_path))
      return Array.from({ length: copies }, (_, at) => ({
        address: addressOf(id, url, at + 1),
        packed,
        copy: at + 1,
      }))
    })
}

/** The bytes of the page, in gzip as it came for the page itself. */
export function bytesOf({ packed, copy }: ReplayPage): Uint8Array {
  return copy === 1 ? packed : varied(gunzipSync(packed), copy)
}

function addressOf(id: string, url: string, copy: number): string {
  const canonical =
    canonicalAddress(url) ?? `http://page-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.test/`
  const address = new URL(canonical.replace(/^https:/, 'http:'))
  if (copy > 1) address.searchParams.set('n', String(copy))
  return address.href
}

/** Bytes as Latin-1, so that every encoding that begins as ASCII does comes out as it went in. */
function varied(bytes: Uint8Array, copy: number): Uint8Array {
  let paragraphs = 0
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/canonical|og:url|mainEntityOfPage|"url"/g, (name) => `${name.slice(0, -2)}-${name.slice(-1)}`)
    .replace(/<\/p>/gi, (end) => {
      paragraphs += 1
      return ` ${copy}${paragraphs}00${end}`
    })
  return Buffer.from(`${text}<!-- ${copy} -->`, 'latin1')
}
