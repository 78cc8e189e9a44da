import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as driver,
} from 'playwright-core'
import { editor } from './desk-server.ts'
import { chromium } from './needs.ts'

/** One browser for the whole process: starting it takes a second, a context takes none. */
let running: Promise<Browser> | null = null

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A window of its own, without cookies; closed with the browser. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  running ??= driver.launch({ executablePath: chromium.at, headless: true, args: quiet })
  const browser = await running
  return await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options })
}

export async function closeBrowser(): Promise<void> {
  const browser = await running
  running = null
  await browser?.close()
}

/** Signs in through the form, as a person would. */
export async function signIn(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${address}/session`)
  await page.fill('#name', editor.name)
  await page.fill('#password', editor.password)
  await page.click('button.main')
  await page.waitForURL(`${address}/latest`)
  await page.close()
}
