import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { bodyText } from '../../src/model/block-text.ts'
import { inBothColours } from '../support/axe.ts'
import { badlyReadPage } from '../support/badly-read-page.ts'
import { openBrowser, signIn } from '../support/browser.ts'
import { type DeskServer, serveDesk } from '../support/desk-server.ts'
import { chromium } from '../support/needs.ts'
import { openReadingRoom, type ReadingRoom } from '../support/reading-room.ts'

describe('an editor who finds an article badly read', { skip: chromium.skip }, () => {
  let desk: DeskServer
  let room: ReadingRoom
  let context: BrowserContext
  let wall: number
  before(async () => {
    desk = await serveDesk({ news: 'sample' })
    room = openReadingRoom(desk.archive, () => desk.clock.now)
    context = await openBrowser()
    await signIn(context, desk.address)
    wall = await room.take(
      'https://harbour-herald.example/news/wall',
      badlyReadPage({ headline: 'Sea wall at Lorn to be surveyed', town: 'Lorn' }),
    )
  })
  after(async () => {
    await context.close()
    await room.close()
    await desk.close()
  })

  it('sees why, makes a rule, sees what it changes, and the next page is read by it', async () => {
    const page = await context.newPage()
    await page.goto(`${desk.address}/articles/${wall}`)
    await page.getByRole('link', { name: 'How this was read' }).click()
    await page.waitForSelector('.passages')
    await inBothColours(page, 'how it was read')

    const tip = page.locator('.passage.kept', { hasText: 'new kitchen' })
    await tip.locator('summary').focus()
    await page.keyboard.press('Enter')
    await tip.getByRole('link', { name: 'Drop by a rule' }).click()
    await page.waitForSelector('#preview[data-state=explained] .goes')
    assert.match((await page.textContent('#preview .goes')) ?? '', /new kitchen/)
    await inBothColours(page, 'the rules with a preview')

    await page.fill('#drop', '.c-slot-7, p[')
    await page.waitForSelector('#drop[aria-invalid=true]')
    assert.match((await page.textContent('#drop-problem')) ?? '', /cannot be used/)
    await page.fill('#drop', '.c-slot-7')
    await page.fill('#keep', 'aside.c-note')
    await page.waitForSelector('#preview .comes')
    assert.match((await page.textContent('#preview .comes')) ?? '', /Correction/)
    assert.equal(await page.locator('#drop[aria-invalid]').count(), 0)

    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForSelector('.notice')
    await inBothColours(page, 'the outlet with rules')
    const gate = await room.take(
      'https://harbour-herald.example/news/gate',
      badlyReadPage({ headline: 'Gate at Lorn to be moved', town: 'Lorn' }),
    )
    const body = bodyText((await desk.archive.articles.get(gate))?.article ?? { blocks: [] })
    assert.doesNotMatch(body, /new kitchen/)
    assert.match(body, /Correction/)
    await page.close()
  })

  it('goes from dropped passage to dropped passage by keyboard', async () => {
    const page = await context.newPage()
    await page.goto(`${desk.address}/articles/${wall}/reading`)
    await page.waitForSelector('.passages')
    const dropped = page.locator('.passage.dropped summary')
    const inUse = (): Promise<number> =>
      dropped.evaluateAll((all) => (all as readonly (Element | null)[]).indexOf(document.activeElement))
    await dropped.first().focus()
    for (const [key, place] of [
      ['n', 1],
      ['n', 2],
      ['p', 1],
    ] as const) {
      await page.keyboard.press(key)
      assert.equal(await inUse(), place)
    }
    await page.close()
  })

  it('can do it on a phone', async () => {
    const phone = await openBrowser({
      viewport: { width: 360, height: 740 },
      storageState: await context.storageState(),
    })
    const page = await phone.newPage()
    const { line } = (await desk.archive.articles.get(wall)) ?? assert.fail()
    for (const [path, ready] of [
      [`/articles/${wall}/reading`, '.passages'],
      [`/outlets/${line.outlet.id}`, '#reading'],
      [`/outlets/${line.outlet.id}/rules`, '#preview[data-state=explained]'],
    ] as const) {
      await page.goto(desk.address + path)
      await page.waitForSelector(ready)
      await inBothColours(page, `${path} on a phone`)
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, path)
    }
    await phone.close()
  })

  it('can do it without JavaScript', async () => {
    const plain = await openBrowser({ javaScriptEnabled: false, storageState: await context.storageState() })
    const page = await plain.newPage()
    await page.goto(`${desk.address}/articles/${wall}`)
    const { line } = (await desk.archive.articles.get(wall)) ?? assert.fail()
    await page.goto(`${desk.address}/outlets/${line.outlet.id}/rules?article=${wall}`)
    await page.fill('#drop', '.c-body h2')
    await page.fill('#keep', '')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.waitForURL(/preview=\d+/)
    await room.answered(Number(/preview=(\d+)/.exec(page.url())?.[1]))
    await page.reload()
    assert.match((await page.textContent('#preview .goes')) ?? '', /Who pays|Correction/)
    assert.equal(await page.inputValue('#drop'), '.c-body h2')
    await plain.close()
  })
})
