import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { identifyLanguage } from '../src/language/index.ts'
import * as reader from '../src/reader/index.ts'

const root = path.dirname(import.meta.dirname)
const page = path.join(root, 'src/reader/testdata/harbour-gazette/page.html')
const guide = readFileSync(path.join(root, 'docs/guide/reader.md'), 'utf8')
const examples = [...guide.matchAll(/^( *)```ts\n(.*?)^ *```$/gms)].map(([, , code = '']) => code)

/** What the examples take for granted. */
const bytes = readFileSync(page)
const html = bytes.toString()
const given = {
  ...reader,
  identifyLanguage,
  bytes,
  html,
  headline: 'Ferries stay in harbour',
  text: 'Ferries stay in harbour\n\nThe ferries to Lorn will not sail on Friday.',
  pages: [{ bytes, address: 'https://outlet.example/news/1' }],
  fetch: async () => new Response(html, { headers: { 'content-type': 'text/html' } }),
}

describe('the guide to the reader', () => {
  it('has examples', () => {
    assert.ok(examples.length >= 6)
  })

  for (const code of examples) {
    const [first = ''] = code.trim().split('\n')
    it(`shows an example that runs: ${first}`, async () => {
      const said: unknown[] = []
      const run = new AsyncFunction(...Object.keys(given), 'console', code.replace(/^ *import .*$/gm, ''))
      await run(...Object.values(given), { log: (...words: unknown[]) => said.push(...words) })
      assert.ok(!said.includes(undefined), String(said))
    })
  }
})

const AsyncFunction = (async () => {}).constructor as new (
  ...words: readonly string[]
) => (...values: readonly unknown[]) => Promise<void>
