import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails where axe finds a fault on the page as it stands, in light or in dark. */
export async function inBothColours(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  assert.deepEqual(await faults(page), [], `${where}, light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.deepEqual(await faults(page, ['color-contrast', 'link-in-text-block']), [], `${where}, dark`)
}

/** What axe finds wrong with the page, by all of its rules or by these. */
export async function faults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Not by a script tag, which the page's own policy forbids.
  await page.evaluate(`window.axe ?? (() => { ${axe} })()`)
  const options = rules === undefined ? {} : { runOnly: rules }
  const { violations, passes } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults
  assert.ok(passes.length > 0, 'axe looked at something')
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
