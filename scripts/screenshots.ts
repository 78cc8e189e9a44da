/**
 * Takes the pictures of docs/screenshots: a desk over an invented archive in a real Chromium, in light and dark, wide
 * and narrow. `npm run screenshots [NAME-PART…]`; the style and scripts must be built (`npm run build`).
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Archive } from '../src/archive/archive.ts'
import { sampleEntry } from '../test/support/archive-samples.ts'
import { badlyReadPage } from '../test/support/badly-read-page.ts'
import { serveDesk } from '../test/support/desk-server.ts'
import { closeBrowser, openBrowser, signIn } from '../test/support/drive-browser.ts'
import { fileMarkedNews } from '../test/support/marked-news.ts'
import { chromium } from '../test/support/needs.ts'
import { openReadingRoom } from '../test/support/reading-room.ts'
import { sampleNow, sampleOutlets, sampleReports } from '../test/support/sample-news.ts'

const folder = path.join(path.dirname(import.meta.dirname), 'docs/screenshots')
const wanted = process.argv.slice(2)
const screens = {
  wide: { width: 1280, height: 860 },
  narrow: { width: 390, height: 844 },
} as const

if (chromium.at === '') {
  process.stderr.write(`${String(chromium.skip)}\n`)
  process.exit(1)
}
/** What comes in after the page itself. */
const readyWhen: Readonly<Record<string, string>> = {
  latest: '.pulse:visible',
  reading: '.passages',
  rules: '#preview[data-state=explained]',
}
mkdirSync(folder, { recursive: true })
const desk = await serveDesk({ news: 'sample' })
const room = openReadingRoom(desk.archive, () => desk.clock.now)
const pages = await pagesOf(desk.archive)
for (const [screen, viewport] of Object.entries(screens)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await openBrowser({ viewport, colorScheme })
    await signIn(context, desk.address)
    const page = await context.newPage()
    for (const [name, address] of Object.entries(pages)) {
      const file = `${name}-${screen}-${colorScheme}.png`
      if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue
      await page.goto(desk.address + address)
      const ready = readyWhen[name]
      if (ready !== undefined) await page.waitForSelector(ready)
      await page.screenshot({ path: path.join(folder, file), animations: 'disabled' })
      process.stdout.write(`${file}\n`)
    }
    await context.close()
  }
}
await closeBrowser()
await room.close()
await desk.close()

async function pagesOf(archive: Archive): Promise<Readonly<Record<string, string>>> {
  const latest = await archive.articles.latest({ limit: 1 })
  const bridge = latest.items[0]?.id ?? 0
  const wall = await room.take(
    'https://harbour-herald.example/news/sea-wall',
    badlyReadPage({ headline: 'Sea wall at Lorn to be surveyed', town: 'Lorn' }),
  )
  const outlet = (await archive.articles.get(wall))?.line.outlet.id ?? 0
  const marked = await fileMarkedNews(archive)
  return {
    latest: '/latest',
    article: `/articles/${bridge}`,
    revision: `/articles/${bridge}/revisions/2`,
    said: `/articles/${marked.visit}#s0`,
    name: `/names/${marked.nameIds[0]}`,
    statements: '/statements?speaker=marta',
    search: `/search?q=${encodeURIComponent('карасай')}`,
    sources: '/sources',
    reading: `/articles/${wall}/reading`,
    outlet: `/outlets/${outlet}`,
    rules: `/outlets/${outlet}/rules?article=${wall}&drop=.c-slot-7&keep=aside.c-note`,
    'add-source': `/discoveries/${await discovery(archive)}`,
  }
}

/** A home page that was looked at, with a feed and a news sitemap found. */
async function discovery(archive: Archive): Promise<number> {
  const address = 'https://kamen-brod-news.example'
  const id = await archive.discoveries.ask(address, sampleNow)
  const [job] = await archive.jobs.claim({ kind: 'discover', now: sampleNow, limit: 1, leaseMs: 60_000 })
  const outlet = { ...sampleOutlets.vesti, key: 'kamen-brod-news.example', name: 'Каменный Брод сегодня' }
  const entries = sampleReports
    .filter(({ article }) => article.language === 'ru')
    .map(({ article }) =>
      sampleEntry(article.address, {
        headline: article.headline,
        publishedAt: article.publishedAt?.at ?? null,
        language: 'ru',
      }),
    )
  const feed = { kind: 'feed' as const, address: `${address}/rss.xml`, title: outlet.name, outlet, entries }
  const sitemap = {
    ...feed,
    kind: 'sitemap' as const,
    address: `${address}/news-sitemap.xml`,
    entries: entries.slice(0, 3),
  }
  await archive.discoveries.answer(id, job?.id ?? 0, { kind: 'found', sources: [feed, sitemap] })
  return id
}
