import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { decodeText } from './decode-text.ts'
import { parseFeed } from './feed/parse-feed.ts'
import { parseMastodonFeed, parseMastodonStatuses } from './mastodon/parse-mastodon.ts'
import { parseSection } from './section/parse-section.ts'
import { parseSitemap } from './sitemap/parse-sitemap.ts'
import { parseTelegram } from './telegram/parse-telegram.ts'

/** What each folder's files are parsed by, and where they are said to come from. */
const formats: Readonly<
  Record<string, readonly [parse: (text: string, address: string) => unknown, address: string]>
> = {
  feed: [parseFeed, 'https://herald.example/feeds/all.xml'],
  sitemap: [parseSitemap, 'https://herald.example/sitemap.xml'],
  section: [parseSection, 'https://herald.example/'],
  telegram: [parseTelegram, 'https://t.me/s/lipovka_today'],
  mastodon: [parseMastodon, 'https://social.example/@vera.rss'],
}

function parseMastodon(text: string, address: string): unknown {
  return text.startsWith('[') ? parseMastodonStatuses(text, address) : parseMastodonFeed(text, address)
}

for (const [format, [parse, address]] of Object.entries(formats)) {
  const folder = new URL(`./${format}/testdata/`, import.meta.url)
  for (const file of readdirSync(folder).filter((name) => !name.endsWith('.expected.json')))
    test(`reads the ${format} ${file} as ${file}.expected.json says`, () => {
      const parsed = parse(decodeText(readFileSync(new URL(file, folder))), address)
      const expected: unknown = JSON.parse(readFileSync(new URL(`${file}.expected.json`, folder), 'utf8'))
      assert.deepEqual(JSON.parse(JSON.stringify(parsed)), expected)
    })
}
