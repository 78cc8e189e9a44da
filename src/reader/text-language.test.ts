import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bareEntry } from '../model/bare-entry.ts'
import { type IdentifyLanguage, read, readEntry, readPlainText } from './index.ts'

const address = 'https://outlet.example/news/1'
const russian = 'Паром к островам снова ходит после шторма, сообщил в понедельник начальник порта. '.repeat(6)
const english =
  'The ferry to the islands runs again after the storm, the harbour master said on Monday. '.repeat(6)

function page(language: string, text: string): string {
  return `<html lang="${language}"><h1>${text.slice(0, 35)}</h1><article><p>${text}</p><p>${text}</p></article></html>`
}

function languageOf(text: string, identifyLanguage?: IdentifyLanguage): string | null {
  const reading = read({ text, address, ...(identifyLanguage && { identifyLanguage }) })
  return 'article' in reading ? reading.article.language : null
}

describe('the language of an article', () => {
  const cases: readonly (readonly [what: string, page: string, language: string])[] = [
    ['what the page declares', page('ru-RU', russian), 'ru'],
    ['unknown, where a Cyrillic text is declared to be English', page('en', russian), 'und'],
    ['unknown, where an English text is declared to be Greek', page('el', english), 'und'],
    ['what is declared, where a language has two scripts', page('uz', russian), 'uz'],
    ['unknown, where none is declared', page('', english), 'und'],
  ]
  for (const [what, html, language] of cases) it(`is ${what}`, () => assert.equal(languageOf(html), language))

  it('is what the given function says of the text', () => {
    const asked: (string | undefined)[] = []
    const language = languageOf(page('en', russian), (text, declared) => {
      asked.push(declared)
      return text.includes('Паром') ? 'ru' : 'und'
    })
    assert.equal(language, 'ru')
    assert.deepEqual(asked, ['en'])
  })

  it('is asked of plain text and of entries too', () => {
    const plain = readPlainText(`Паром снова ходит\n${russian}`, address, () => 'ru')
    assert.equal('article' in plain && plain.article.language, 'ru')
    const entry = readEntry(
      { ...bareEntry(address), html: `<p>${russian}</p>`, language: 'en' },
      { identifyLanguage: () => 'ru' },
    )
    assert.equal(entry.language, 'ru')
  })
})
