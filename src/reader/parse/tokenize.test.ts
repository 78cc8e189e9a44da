import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { markupOfText, markupOfUtf8 } from './markup.ts'
import { tokenize } from './tokenize.ts'

describe('tokenize', () => {
  const cases: readonly (readonly [what: string, page: string, tokens: string])[] = [
    ['text and tags', 'one<p>two</p>', 'one <p> two </p>'],
    ['names in any case', '<DiV CLASS=a></dIv>', '<div class="a"> </div>'],
    ['a name of its own', '<X-Card>', '<x-card>'],
    ['the three ways to quote', `<a href="x y" title='"' id=z>`, `<a href="x y" title=""" id="z">`],
    ['an attribute without a value', '<p hidden>', '<p hidden="">'],
    ['space around the equals sign', '<p id = a >', '<p id="a">'],
    ['an attribute that the reader does not look at', '<p onclick="a>b" id=c>', '<p id="c">'],
    ['the first of two attributes of a name', '<p id=a ID=b>', '<p id="a">'],
    ['attributes with nothing between them', '<p id="a"class="b">', '<p id="a" class="b">'],
    ['a slash in a bare value', '<a href=/x/>', '<a href="/x/">'],
    ['a slash between attributes', '<br/id="a"/>', '<br id="a">'],
    ['an equals sign before a name', '<p =id=a class=b>', '<p class="b">'],
    ['a value that is missing', '<p id=>x', '<p id=""> x'],
    ['a bracket in a quoted value', '<p id="a>b">', '<p id="a>b">'],
    ['entities in text', 'a &amp; b&nbsp;&#169;&copy; &amp', 'a & b\u00a0©© &'],
    ['what only looks like an entity', 'AT&T & co', 'AT&T & co'],
    ['entities in attributes', '<a href="?a=1&amp;copy=2&copy=3">', '<a href="?a=1&copy=2&copy=3">'],
    ['white space by itself', '<p> \r\n\t </p>', '<p>   </p>'],
    ['a bracket that opens no tag', 'a < b <3 <', 'a < b <3 <'],
    ['an end tag with attributes', '</p id="a>b">x', '</p> x'],
    ['an end tag without a name', 'a</>b', 'a b'],
    ['an end tag that begins with a digit', 'a</3>b', 'a b'],
    ['what looks like an end tag at the end', 'a</', 'a</'],
    ['a tag that the page ends in', 'a<p id="b', 'a'],
    ['a comment', 'a<!-- <p> -- > -->b', 'a b'],
    ['comments that end at once', 'a<!-->b<!--->c<!---->d', 'a b c d'],
    ['a comment that ends with a bang', 'a<!-- --!>b', 'a b'],
    ['a bang that ends no comment', 'a<!--!>b-->c', 'a c'],
    ['dashes before the end of a comment', 'a<!----- ---->b', 'a b'],
    ['a comment that nothing ends', 'a<!-- b', 'a'],
    [
      'a doctype, an instruction and a CDATA section',
      '<!doctype html><?xml version="1"?>a<![CDATA[b]]>',
      'a',
    ],
    ['a script', '<script>if (a</b/) "</p>"</script >x', '<script> if (a</b/) "</p>" </script> x'],
    ['a script in capitals', '<SCRIPT>a</Script>', '<script> a </script>'],
    [
      'a script that ends with a longer name',
      '<script>a</scripts></script>',
      '<script> a</scripts> </script>',
    ],
    ['a script that nothing ends', '<script>a<p>', '<script> a<p>'],
    ['an old way to hide a script', '<script><!--\na//--></script>b', '<script> <!--\na//--> </script> b'],
    [
      'a script in a comment in a script',
      '<script><!--<script>a</script>--></script>b',
      '<script> <!--<script>a</script>--> </script> b',
    ],
    ['a script whose comment nothing ends', '<script><!-- a</script>b', '<script> <!-- a </script> b'],
    [
      'a script with an empty comment',
      '<script><!--><script></script>b',
      '<script> <!--><script> </script> b',
    ],
    ['a style sheet, which is passed over', '<style>p > a {}</style>b', '<style> </style> b'],
    ['entities in a title, but no tags', '<title>a <b> &amp; c</title>', '<title> a <b> & c </title>'],
    ['a frame, in which entities are none', '<iframe>&amp;</iframe>', '<iframe> &amp; </iframe>'],
    ['plain text to the end', '<plaintext>a</plaintext>&amp;', '<plaintext> a</plaintext>&amp;'],
    ['NUL, which is dropped', 'a\0b<p\0>', 'ab <p>'],
    ['letters beyond ASCII', '<p title="Тихая">річка <b>漢字</b>', '<p title="Тихая"> річка  <b> 漢字 </b>'],
  ]
  for (const [what, page, tokens] of cases)
    it(`reads ${what}`, () => {
      assert.equal(tokensOf(page), tokens)
      assert.equal(tokensOfBytes(Buffer.from(page)), tokens)
    })

  it('sets a sign of replacement for damaged UTF-8 and reads on', () => {
    const bytes = Buffer.concat([
      Buffer.from('<p>a'),
      Buffer.from([0xd0]),
      Buffer.from('<b>'),
      Buffer.from([0xff]),
    ])
    assert.equal(tokensOfBytes(bytes), '<p> a\ufffd <b> \ufffd')
  })

  it('reads what is well formed as htmlparser2 does', () => {
    fc.assert(fc.property(wellFormed, (page) => assert.equal(withoutGaps(tokensOf(page)), theirTokens(page))))
  })

  it('reads any bytes, as text and as UTF-8 alike', () => {
    const soup = fc.array(fc.constantFrom(...scraps), { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(fc.property(soup, (page) => assert.equal(tokensOf(page), tokensOfBytes(Buffer.from(page)))))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void tokensOfBytes(Buffer.from(bytes))),
    )
  })

  it('reads ten million characters in one line', () => {
    const size = 10_000_000
    for (const scrap of scraps) tokensOf(scrap.repeat(Math.ceil(size / 100 / scrap.length)))
    assert.equal(tokensOf('a'.repeat(size)).length, size)
    assert.equal(tokensOf(`<!--${'-'.repeat(size)}`), '')
    assert.equal(tokensOf(`<p ${'<'.repeat(size)}`), '')
  })
})

function tokensOf(page: string): string {
  return collect((sink) => tokenize(markupOfText(page), sink))
}

function tokensOfBytes(page: Buffer): string {
  return collect((sink) => tokenize(markupOfUtf8(page), sink))
}

type Sink = Parameters<typeof tokenize>[1]

function collect(run: (sink: Sink) => void): string {
  const found: string[] = []
  run({
    isFull: false,
    text: (text) => found.push(text),
    openTag(tag, attributes) {
      let text = `<${tag}`
      for (let i = 0; i < attributes.length; i += 2) text += ` ${attributes[i]}="${attributes[i + 1]}"`
      found.push(`${text}>`)
    },
    closeTag: (tag) => found.push(`</${tag}>`),
  })
  return found.join(' ')
}

const scraps = [
  '<',
  '>',
  '/',
  '!',
  '-',
  '--',
  '-->',
  '--!>',
  '<!--',
  '"',
  "'",
  '=',
  ' ',
  '\n',
  '&',
  ';',
  '&amp',
  '&#x41;',
  '&#0;',
  'a',
  'é',
  '漢',
  '😀',
  '\0',
  '<p>',
  '</p',
  '<a href=',
  '<script>',
  '</script',
  '<style>',
  '<title>',
  '<![CDATA[',
  '<?',
]

const word = fc.stringMatching(/^[a-zа-яé漢0-9.,]{1,12}$/u)
const attributeText = fc
  .tuple(fc.constantFrom('id', 'class', 'href', 'title', 'onclick'), word, fc.constantFrom('"', "'", ''))
  .map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`)
const wellFormed = fc.letrec<{ tree: string; node: string }>((tie) => ({
  tree: fc.array(tie('node'), { maxLength: 5 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.constantFrom('&amp;', '&nbsp;', '&eacute;', '<!-- a -->', '<br>', '<script>a < b</script>', '\n'),
    fc
      .tuple(
        fc.constantFrom('div', 'b', 'span', 'section'),
        fc.uniqueArray(attributeText, { maxLength: 3, selector: (text) => text.split('=')[0] }),
        tie('tree'),
      )
      .map(([tag, attributes, inner]) => `<${tag}${attributes.join('')}>${inner}</${tag}>`),
  ),
})).tree

/** Tokens of htmlparser2, of attributes those that are kept, with its implied ends taken away by the choice of tags. */
function theirTokens(page: string): string {
  const found: string[] = []
  const parser = new Parser({
    ontext: (text) => found.push(text),
    onopentag(tag, attributes) {
      const kept = Object.entries(attributes).filter(([name]) => name !== 'onclick')
      found.push(`<${[tag, ...kept.map(([name, value]) => `${name}="${value}"`)].join(' ')}>`)
    },
    onclosetag: (tag) => void (tag === 'br' || found.push(`</${tag}>`)),
  })
  parser.end(page)
  return withoutGaps(found.join(''))
}

/** Where one text ends and the next begins says nothing. */
function withoutGaps(tokens: string): string {
  return tokens.replace(/\s+/g, '')
}
