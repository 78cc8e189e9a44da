import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodePage } from './decode-page.ts'

const text = 'Мост через реку Тихую открыли в субботу утром, сказал начальник участка.'

describe('decodePage', () => {
  const cases: readonly (readonly [
    what: string,
    bytes: Uint8Array,
    contentType: string | null,
    charset: string,
  ])[] = [
    ['UTF-8 that HTTP calls windows-1251', Buffer.from(text), 'text/html; charset=windows-1251', 'utf-8'],
    ['UTF-8 that was encoded twice', Buffer.from(Buffer.from(text).toString('latin1')), null, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), null, 'utf-8'],
    ['windows-1251 that says nothing', encoded(text, 'windows-1251'), null, 'windows-1251'],
    [
      'windows-1251 that HTTP calls UTF-8',
      encoded(text, 'windows-1251'),
      'text/html; charset=utf-8',
      'windows-1251',
    ],
    ['koi8-r that says nothing', encoded(text, 'koi8-u'), null, 'koi8-u'],
    [
      'koi8-r that HTTP calls windows-1251',
      encoded(text, 'koi8-u'),
      'text/html; charset=windows-1251',
      'koi8-u',
    ],
    ['windows-1251 as declared', encoded(text, 'windows-1251'), 'text/html; charset=cp1251', 'windows-1251'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), null, 'utf-16le'],
  ]
  for (const [what, bytes, contentType, charset] of cases)
    it(`reads ${what}`, () => assert.deepEqual(decodePage(bytes, contentType), { text, charset }))

  it('reads UTF-16 without a mark by its zeros', () => {
    const html = `<html><body><p>${text}</p></body></html>${'<br>'.repeat(50)}`
    assert.deepEqual(decodePage(Buffer.from(html, 'utf16le'), null), { text: html, charset: 'utf-16le' })
  })

  it('reads signs that were encoded twice between letters that were not', () => {
    const twice = Buffer.from(Buffer.from('’').toString('latin1')).toString()
    assert.equal(decodePage(Buffer.from(`The café${twice}s owner, Ð, «é»`)).text, 'The café’s owner, Ð, «é»')
  })

  it('believes a meta element', () => {
    const bytes = Buffer.from('<meta charset="iso-8859-2">\xb1', 'latin1')
    assert.equal(decodePage(bytes, null).charset, 'iso-8859-2')
  })

  it('keeps UTF-8 that is damaged in a few places', () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xd0]), Buffer.from(text)])
    assert.equal(decodePage(bytes, null).charset, 'utf-8')
  })
})

/** Encodes by searching the decoder's table: Node has no encoder for it. */
function encoded(from: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from([...from].map((character) => table.get(character) ?? 0x3f))
}
