import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeText } from './decode-text.ts'

const russian = '<title>Мост через Сорну открыли раньше срока: «так не бывает», говорит мэр</title>'
const french = '<title>Le pont rouvre après l’été, déjà fêté à Sorna</title>'

/** The bytes of Cyrillic text in a one-byte encoding, made by asking the decoder for each byte. */
function encoded(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  )
  if (charset === 'windows-1252') bytes.set('’', 0x92)
  return Uint8Array.from([...text].map((character) => bytes.get(character) ?? 0x3f))
}

const xml = (charset: string, text: string): string => `<?xml version="1.0" encoding="${charset}"?>${text}`

const cases: readonly (readonly [
  what: string,
  bytes: Uint8Array,
  contentType: string | null,
  text: string,
])[] = [
  ['UTF-8', Buffer.from(russian), null, russian],
  [
    'UTF-8 declared as windows-1251',
    Buffer.from(xml('windows-1251', russian)),
    'text/xml; charset=windows-1251',
    xml('windows-1251', russian),
  ],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${russian}`), null, russian],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${russian}`, 'utf16le'), null, russian],
  ['UTF-16 without a mark', Buffer.from(russian, 'utf16le'), null, russian],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${russian}`, 'utf16le').swap16(), null, russian],
  [
    'windows-1251 by its XML declaration',
    encoded(xml('windows-1251', russian), 'windows-1251'),
    null,
    xml('windows-1251', russian),
  ],
  ['windows-1251 by HTTP', encoded(russian, 'windows-1251'), 'text/html; charset=windows-1251', russian],
  [
    'windows-1251 by <meta>',
    encoded(`<meta charset="cp1251">${russian}`, 'windows-1251'),
    'text/html',
    `<meta charset="cp1251">${russian}`,
  ],
  ['windows-1251 undeclared', encoded(russian, 'windows-1251'), null, russian],
  [
    'windows-1251 declared as UTF-8',
    encoded(xml('utf-8', russian), 'windows-1251'),
    'text/xml; charset=utf-8',
    xml('utf-8', russian),
  ],
  [
    'windows-1251 declared as ISO 8859-1',
    encoded(russian, 'windows-1251'),
    'text/html; charset=iso-8859-1',
    russian,
  ],
  [
    'koi8-r undeclared',
    encoded(russian.replaceAll(/[«»]/g, '"'), 'koi8-r'),
    null,
    russian.replaceAll(/[«»]/g, '"'),
  ],
  [
    'koi8-r declared as windows-1251',
    encoded(russian.replaceAll(/[«»]/g, '"'), 'koi8-r'),
    'text/html; charset=windows-1251',
    russian.replaceAll(/[«»]/g, '"'),
  ],
  ['windows-1252 undeclared', encoded(french, 'windows-1252'), null, french],
  ['an unknown encoding', Buffer.from(russian), 'text/html; charset=klingon', russian],
  ['NUL bytes', Buffer.from('a\0b'), null, 'ab'],
  ['nothing', new Uint8Array(), null, ''],
]

for (const [what, bytes, contentType, text] of cases)
  test(`reads ${what}`, () => {
    assert.equal(decodeText(bytes, contentType), text)
  })

test('one broken character does not turn UTF-8 into something else', () => {
  const bytes = Buffer.from(russian.repeat(3))
  bytes[20] = 0xff
  assert.ok(decodeText(bytes).includes('говорит мэр'))
})

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.string(),
      (bytes, type) => void decodeText(bytes, type),
    ),
  )
})
