import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parsePage } from '../parse/parse-page.ts'
import { jsonLdObjects } from './json-ld.ts'

describe('jsonLdObjects', () => {
  it('mends line breaks in strings and trailing commas', () => {
    const page = parsePage('<script type="application/ld+json">{"@type":"Article","name":"a\nb",}</script>')
    assert.deepEqual(jsonLdObjects(page), [{ '@type': 'Article', name: 'a\nb' }])
  })

  it('finds nothing in a string of a megabyte that nothing ends, and is done with it', () => {
    const open = `{"@type":"${'\\"'.repeat(500_000)}`
    assert.deepEqual(jsonLdObjects(parsePage(`<script type="application/ld+json">${open}</script>`)), [])
  })
})
