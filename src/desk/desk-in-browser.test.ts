import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { sampleEntry } from '../../test/support/archive-samples.ts'
import { faults, inBothColours } from '../../test/support/axe.ts'
import { openBrowser, signIn } from '../../test/support/browser.ts'
import { type DeskServer, serveDesk } from '../../test/support/desk-server.ts'
import { fileReport } from '../../test/support/file-report.ts'
import { hostileArticle, hostileOutlet } from '../../test/support/hostile-article.ts'
import { fileMarkedNews, type MarkedNews } from '../../test/support/marked-news.ts'
import { chromium } from '../../test/support/needs.ts'
import { sampleNow, sampleOutlets, sampleReports } from '../../test/support/sample-news.ts'
import type { FoundSource } from '../model/source.ts'

describe('the desk in a browser', { skip: chromium.skip }, () => {
  let desk: DeskServer
  let bridge: number
  let news: MarkedNews
  let session: Awaited<ReturnType<BrowserContext['storageState']>>
  before(async () => {
    desk = await serveDesk({ news: 'sample' })
    const context = await openBrowser()
    await signIn(context, desk.address)
    session = await context.storageState()
    await context.close()
    bridge = (await desk.archive.articles.latest({ limit: 1 })).items[0]?.id ?? 0
    news = await fileMarkedNews(desk.archive)
  })
  after(() => desk.close())

  async function signedIn(options: Parameters<typeof openBrowser>[0] = {}): Promise<BrowserContext> {
    return await openBrowser({ storageState: session, ...options })
  }

  async function file(headline: string, minutesAgo: number, address = headline): Promise<void> {
    const { article } = sampleReports[0] ?? assert.fail()
    await fileReport(desk.archive, {
      article: {
        ...article,
        address: `https://harbour-herald.example/${encodeURIComponent(address)}`,
        headline,
        publishedAt: { at: sampleNow - minutesAgo * 60_000, zone: 'Z', precision: 'minute' },
      },
      outlet: sampleOutlets.herald,
      sourceId: null,
      now: sampleNow,
    })
  }

  it('has no fault that axe can find, in light and in dark', async () => {
    const found = await desk.archive.discoveries.ask('https://vesti-stepi.example', sampleNow)
    const context = await signedIn()
    const page = await context.newPage()
    const paths = [
      '/latest?language=ru',
      `/articles/${bridge}`,
      `/articles/${bridge}/revisions/2`,
      '/search',
      '/search?q=bridge',
      '/sources',
      '/sources/3',
      '/sources/3/removal',
      '/outlets/1',
      '/outlets/1/rules',
      `/articles/${news.visit}?thoughts=shown#s0`,
      `/articles/${news.visit}/names/0?q=ulrik`,
      '/names',
      `/names/${news.nameIds[0]}?into=ul`,
      '/statements?speaker=marta',
      `/discoveries/${found}`,
      '/set-aside',
      '/preferences',
      '/help',
      '/nowhere',
    ]
    for (const path of paths) {
      await page.goto(desk.address + path)
      await inBothColours(page, path)
    }
    await page.keyboard.press('?')
    await inBothColours(page, 'the dialog of keys')
    await context.clearCookies()
    await page.goto(`${desk.address}/session`)
    assert.equal(await page.evaluate('document.activeElement.name'), 'name')
    await inBothColours(page, '/session')
    await context.close()
  })

  it('has no fault that axe can find on a phone', async () => {
    const context = await signedIn({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const paths = ['/latest', `/articles/${bridge}`, '/sources', '/search?q=bridge']
    const named = ['/names', `/names/${news.nameIds[0]}`, '/statements?speaker=marta']
    for (const path of [...paths, ...named]) {
      await page.goto(desk.address + path)
      assert.deepEqual(await faults(page), [], path)
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      assert.equal(overflow, 0, `${path} is no wider than the screen`)
    }
    await context.close()
  })

  it('leads from a statement to its place in the text', async () => {
    const context = await signedIn({ viewport: { width: 1280, height: 300 } })
    const page = await context.newPage()
    await page.goto(`${desk.address}/statements?speaker=marta`)
    await page.click('.quote a')
    const target = page.locator(':target')
    assert.match((await target.textContent()) ?? '', /^We will not sail the old ferry again/)
    const top = (await target.boundingBox())?.y ?? Number.NaN
    assert.ok(top > 0 && top < 300, `it is at ${top}`)
    await page.click('.speakers ol a')
    assert.ok(page.url().endsWith('#s0'))
    await context.close()
  })

  it('shows what comes in at once, at the top, to a reader at the top', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await listening(page, `${desk.address}/latest`)
    await file('A ferry comes in', 1)
    await page.waitForSelector('text=A ferry comes in')
    assert.equal(await page.textContent('li.line >> nth=0 >> .headline'), 'A ferry comes in')
    await file('Another ferry, somewhat earlier', 5)
    await page.waitForSelector('text=Another ferry')
    assert.equal(
      await page.locator('li.line').nth(2).locator('.headline').textContent(),
      'Another ferry, somewhat earlier',
    )
    await context.close()
  })

  it('puts it above without moving what is being read, and says how many there are', async () => {
    const context = await signedIn({ viewport: { width: 1280, height: 400 } })
    const page = await context.newPage()
    await listening(page, `${desk.address}/latest`)
    await page.evaluate('scrollTo(0, 300)')
    const read = page.locator('li.line').nth(8)
    const id = await read.getAttribute('id')
    const place = async (): Promise<number> => (await page.locator(`#${id}`).boundingBox())?.y ?? Number.NaN
    const before = await place()
    for (const name of ['one', 'two', 'three']) await file(`Unseen ${name}`, 0)
    await page.waitForSelector('.news button:has-text("3 new")')
    assert.ok(Math.abs((await place()) - before) <= 1, `it moved from ${before} to ${await place()}`)
    await page.click('.news button')
    assert.equal(await page.evaluate('scrollY'), 0)
    assert.ok(await page.locator('.news').isHidden())
    await context.close()
  })

  it('keeps the focus where it is when lines come in above it', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await listening(page, `${desk.address}/latest`)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.textContent')
    const before = await focused()
    await file('Above the focus', 0)
    await page.waitForSelector('text=Above the focus')
    assert.equal(await focused(), before)
    await context.close()
  })

  it('swaps a changed headline in its place', async () => {
    await file('Mayor to resign', 2, 'mayor')
    const context = await signedIn()
    const page = await context.newPage()
    await listening(page, `${desk.address}/latest`)
    await file('Mayor not to resign', 2, 'mayor')
    await page.waitForSelector('text=Mayor not to resign')
    assert.equal(await page.locator('text=Mayor to resign').count(), 0)
    await context.close()
  })

  it('leaves out of a filtered column what the filter does not let through', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await listening(page, `${desk.address}/latest?language=kk`)
    await file('In English', 0)
    const [kazakh] = sampleReports.filter(({ article }) => article.language === 'kk')
    const article = {
      ...(kazakh ?? assert.fail()).article,
      address: 'https://kok-tobe.example/new',
      headline: 'Жаңа хабар',
    }
    await fileReport(desk.archive, { article, outlet: sampleOutlets.tengri, sourceId: null, now: sampleNow })
    await page.waitForSelector('text=Жаңа хабар')
    assert.equal(await page.locator('text=In English').count(), 0)
    await context.close()
  })

  it('catches up when it is looked at again', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await listening(page, `${desk.address}/latest`)
    await page.evaluate('dispatchEvent(new Event("pagehide"))')
    await file('While it was away', 0)
    await page.evaluate('dispatchEvent(new Event("pageshow"))')
    await page.waitForSelector('text=While it was away')
    await context.close()
  })

  it('says whether it is kept up to date, and when it no longer is', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await listening(page, `${desk.address}/latest`)
    await page.waitForSelector('.pulse:has-text("live")')
    await context.clearCookies()
    await page.evaluate('dispatchEvent(new Event("pagehide")); dispatchEvent(new Event("pageshow"))')
    await page.waitForSelector('.news button:has-text("No longer kept up to date")')
    assert.ok(await page.locator('.pulse').isHidden())
    await context.close()
  })

  it('is worked with the keyboard alone, also a Cyrillic one', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await page.goto(`${desk.address}/latest`)
    const lines = page.locator('[data-line]')
    const focusedLine = (): Promise<unknown> => page.evaluate('document.activeElement.getAttribute("href")')
    await page.keyboard.press('j')
    await press(page, 'о', 'KeyJ')
    assert.equal(await focusedLine(), await lines.nth(1).getAttribute('href'))
    await page.keyboard.press('k')
    assert.equal(await focusedLine(), await lines.nth(0).getAttribute('href'))
    await page.keyboard.press('o')
    await page.waitForURL(/\/articles\/\d+$/)
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.waitForURL(/\/sources$/)
    await page.keyboard.press('/')
    await page.waitForURL(/\/search$/)
    await page.keyboard.type('jjo?')
    assert.equal(await page.inputValue('input[type=search]'), 'jjo?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('?')
    assert.ok(await page.locator('dialog#keys').isVisible())
    await page.keyboard.press('Escape')
    assert.ok(await page.locator('dialog#keys').isHidden())
    await context.close()
  })

  it('leaves single keys alone when one prefers it so', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await page.goto(`${desk.address}/preferences?back=/latest`)
    await page.uncheck('input[name=shortcuts]')
    await page.click('button.main')
    await page.waitForURL(`${desk.address}/latest`)
    await page.keyboard.press('j')
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'BODY')
    await context.close()
  })

  it('shows what was found at an address as soon as it is', async () => {
    const context = await signedIn()
    const page = await context.newPage()
    await page.goto(`${desk.address}/sources`)
    await page.fill('#address', 'vesti-stepi.example')
    const live = page.waitForResponse(/\/live\?kinds=discovery/)
    await page.click('form[action="/discoveries"] button')
    await live
    await answerDiscoveries(desk)
    await page.waitForSelector('text=What will come')
    await page.click('button.main')
    await page.waitForSelector('text=1 source is now watched')
    await context.close()
  })

  it('works without JavaScript', async () => {
    const context = await signedIn({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${desk.address}/latest`)
    await page.click('text=Ukrainian')
    await page.waitForURL(/language=uk/)
    await page.click('li.line >> nth=0 >> .headline')
    await page.waitForSelector('h1')
    await page.click('nav >> text=Search')
    await page.fill('input[type=search]', 'Morrow')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.hit')
    await page.click('nav >> text=Sources')
    await page.fill('#address', 'another.example')
    await page.click('form[action="/discoveries"] button')
    await page.waitForSelector('.waiting')
    await answerDiscoveries(desk)
    // The page asks again by itself.
    await page.waitForSelector('text=What will come')
    await page.click('text=Help')
    await page.waitForURL(/\/help$/)
    await context.close()
  })

  it('runs no script that an article brings, and asks nobody else for anything', async () => {
    const filing = { article: hostileArticle, outlet: hostileOutlet, sourceId: null, now: sampleNow }
    const { articleId } = await fileReport(desk.archive, filing)
    const context = await signedIn()
    const page = await context.newPage()
    const alarms: string[] = []
    page.on('dialog', (dialog) => {
      alarms.push(dialog.message())
      dialog.dismiss().catch(() => {})
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(desk.address)) alarms.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) alarms.push(message.text())
    })
    for (const path of ['/latest', `/articles/${articleId}`, `/articles/${bridge}`, '/search?q=alert']) {
      await page.goto(desk.address + path)
      await page.waitForLoadState('load')
    }
    assert.deepEqual(alarms, [])
    await context.close()
  })
})

/** Opens a page and waits until it is kept up to date. */
async function listening(page: Page, address: string): Promise<void> {
  const live = page.waitForResponse(/\/live\?/)
  await page.goto(address)
  await live
}

async function press(page: Page, key: string, code: string): Promise<void> {
  const event = JSON.stringify({ key, code, bubbles: true })
  await page.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown', ${event}))`)
}

/** Every rule in light, and in dark those that colours decide. */
/** Does what intake does with what was asked on the desk. */
async function answerDiscoveries({ archive, clock }: DeskServer): Promise<void> {
  const jobs = await archive.jobs.claim({ kind: 'discover', now: clock.now, limit: 10, leaseMs: 1000 })
  for (const { id, work } of jobs) {
    if (work.kind !== 'discover') continue
    const source: FoundSource = {
      kind: 'feed',
      address: `${work.address}/rss-${id}`,
      title: 'A feed that was found',
      outlet: sampleOutlets.vesti,
      entries: [
        sampleEntry(`${work.address}/1`, {
          headline: 'Перевозчики предупредили о перебоях',
          publishedAt: sampleNow,
          language: 'ru',
        }),
      ],
    }
    await archive.discoveries.answer(work.discoveryId, id, { kind: 'found', sources: [source] })
  }
}
