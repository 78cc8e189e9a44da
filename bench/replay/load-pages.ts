import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface ReplayPage {
  /** With http:, so that a proxy is asked for it by its whole address. */
  readonly address: string
  readonly host: string
  readonly contentType: string
  /** The page around the place where each copy says which one it is. */
  readonly before: Buffer
  readonly after: Buffer
}

/** All pages of the measuring data in `folder`, each at an address of its own. */
export function loadPages(folder: string): readonly ReplayPage[] {
  const pages = new Map<string, ReplayPage>()
  for (const list of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
    for (const line of readFileSync(path.join(folder, list), 'utf8').split('\n')) {
      if (line === '') continue
      const row = JSON.parse(line) as { url: string; html_path: string; charset: string | null }
      const page = pageOf(row, gunzipSync(readFileSync(path.join(folder, row.html_path))))
      if (page !== null) pages.set(page.address, page)
    }
  }
  return [...pages.values()]
}

/** Null where a page has no paragraph to say which copy it is. */
function pageOf(
  row: { readonly url: string; readonly html_path: string; readonly charset: string | null },
  bytes: Buffer,
): ReplayPage | null {
  const url = addressOf(row)
  // Bytes as letters, whatever the encoding. A page that names its own address would make one article of all its copies.
  const html = bytes.toString('latin1').replace(selfNames, '')
  const end = html.search(/<\/p>/i)
  if (end === -1) return null
  return {
    address: url.href,
    host: url.host,
    contentType: row.charset === null ? 'text/html' : `text/html; charset=${row.charset}`,
    before: Buffer.from(html.slice(0, end), 'latin1'),
    after: Buffer.from(html.slice(end), 'latin1'),
  }
}

const selfNames =
  /<link[^>]+rel=["']?(?:canonical|amphtml)\b[^>]*>|<meta[^>]+(?:property|name)\s*=\s*["']?og:url\b[^>]*>|"(?:mainEntityOfPage|@id|url)"\s*:\s*"[^"]*"\s*,/gi

/** Some rows name a file only; they get a host that exists nowhere. */
function addressOf({ url, html_path }: { readonly url: string; readonly html_path: string }): URL {
  const address = /^https?:\/\//.test(url)
    ? new URL(url)
    : new URL(`http://${html_path.replace(/\W+/g, '-').toLowerCase()}.example/page`)
  address.protocol = 'http:'
  address.port = ''
  address.hash = ''
  return address
}
