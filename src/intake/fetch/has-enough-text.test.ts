import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bareEntry } from '../../model/bare-entry.ts'
import type { Entry } from '../../model/source.ts'
import { hasEnoughText } from './has-enough-text.ts'

const sentence =
  'The ferry between Ostrava Bay and Lindhaven will not sail until the harbour ice has broken up.'
const none: Entry = { ...bareEntry('https://alfa.example/ferry'), headline: 'Ferry stays in harbour' }

describe('the text of a source', () => {
  const cases: readonly [string, Partial<Entry>, boolean][] = [
    ['is enough as a summary of a sentence', { summary: sentence }, true],
    ['is enough as HTML', { html: `<p>${sentence}</p>` }, true],
    ['is not enough when there is none', {}, false],
    ['is not enough when it is a teaser', { summary: 'Read more on our site' }, false],
    ['is not made longer by tags', { html: `<p class="${sentence}">Read <b>more</b></p>` }, false],
    ['is not made longer by script', { html: `<script>var text = "${sentence}"</script>Read more` }, false],
    ['is not made longer by white space', { html: `Read${' '.repeat(200)}more` }, false],
  ]
  for (const [name, entry, isEnough] of cases) {
    it(name, () => assert.equal(hasEnoughText({ ...none, ...entry }), isEnough))
  }
})
