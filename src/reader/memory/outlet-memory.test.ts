import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Article } from '../../model/article.ts'
import { blockText } from '../../model/block-text.ts'
import { emptyMemory, type OutletMemory, remember } from '../../model/outlet-memory.ts'
import { explain } from '../explain.ts'
import { readAndNote } from '../read.ts'

const appeal =
  'Winter is hard on a small paper. If this report was worth your time, lend us the price of a ticket: it pays for the light on the stairs and for the reporter who climbs them.'

describe('the memory of an outlet', () => {
  it('tells an appeal set as a paragraph from the article, once it stood on three other pages', () => {
    let memory = emptyMemory
    for (const [at, has] of [true, true, true, false, false].entries()) {
      const one = page(at, [...story(at), appeal])
      assert.equal(textsOf(one, memory).includes(appeal), has, `page ${at}`)
      memory = learn(memory, one)
    }
  })

  it('says why in the trace', () => {
    const { trace } = explain({ ...page(9, [...story(9), appeal]), memory: memoryOf(5, [appeal]) })
    const passage = trace.passages.find(({ text }) => text === appeal)
    assert.match(JSON.stringify(passage), /comes back on other pages of the outlet/)
  })

  it('learns an appeal that began long after the first page', () => {
    let memory = memoryOf(40, [])
    for (let at = 40; at < 52; at++) memory = learn(memory, page(at, [...story(at), appeal]))
    assert.ok(!textsOf(page(60, [...story(60), appeal]), memory).includes(appeal))
  })

  it('forgets an appeal that is over', () => {
    let memory = memoryOf(10, [appeal])
    const notes = Array.from({ length: 800 }, (_, at) => ({
      page: `page ${at}`,
      places: [],
      texts: [1, 2, 3, 4, 5].map((text) => [`${at} ${text}`, -1] as const),
    }))
    memory = remember(memory, notes)
    assert.ok(!Object.values(memory.texts).some(([seen]) => seen > 5))
  })

  const own: readonly { readonly name: string; readonly text: string; readonly memory: OutletMemory }[] = [
    {
      name: 'a paragraph that a reprint has too',
      text: story(100)[1] ?? '',
      memory: learnAll(
        memoryOf(10, []),
        [100, 100.5].map((at) => page(at, story(100))),
      ),
    },
    {
      name: 'the background that a story of a few days repeats',
      text: appeal,
      memory: learnAll(
        memoryOf(20, []),
        [20, 21, 22, 23, 24, 25].map((at) => page(at, [...story(at), appeal])),
      ),
    },
    {
      name: 'an answer that is short in other interviews too',
      text: 'Yes, of course.',
      memory: learnAll(
        memoryOf(20, []),
        [20, 21, 22].map((at) => page(at, [...story(at), 'Yes, of course.'])),
      ),
    },
    {
      name: 'a heading that each article has',
      text: 'What we know',
      memory: memoryOf(8, ['<h2>What we know</h2>', `${story(50)[0]} ${story(51)[0]}`]),
    },
  ]
  for (const { name, text, memory } of own)
    it(`leaves the article ${name}`, () => {
      const [first = '', ...rest] = story(900)
      const shown = text === 'What we know' ? `<h2>${text}</h2>` : text
      assert.ok(textsOf(page(900, [first, shown, ...rest]), memory).includes(text))
    })

  it('leaves a table its rows, though another table has them too', () => {
    const table = (at: number): string =>
      `<table><tr><td>Monday</td><td>${at} trains over the bridge</td></tr><tr><td>Tuesday</td><td>none at all</td></tr><tr><td>Friday</td><td>${at * 2}</td></tr></table>`
    let memory = emptyMemory
    for (let at = 0; at < 8; at++)
      memory = learn(memory, page(at, [...story(at), `${table(at)}.`, story(at + 50)[0] ?? '']))
    const text = textsOf(page(800, [...story(800), table(800), story(850)[0] ?? '']), memory).join('\n')
    assert.match(text, /Monday/)
  })

  it('leaves something of the next page when all pages so far told one story', () => {
    let memory = emptyMemory
    for (let at = 0; at < 6; at++) memory = learn(memory, page(at, story(7)))
    assert.deepEqual(textsOf(page(6, story(7)), memory), story(7))
  })

  it('takes nothing from a page that tells only what many others told', () => {
    let memory = emptyMemory
    for (let at = 0; at < 30; at++) memory = learn(memory, page(at, story(7)))
    assert.deepEqual(textsOf(page(30, story(7)), memory), story(7))
  })

  it('is taught nothing by a page that is read again, and loses none of its text', () => {
    const first = page(3, [...story(3), appeal])
    const once = learn(memoryOf(2, [appeal]), first)
    const again = learn(learn(learn(once, first), first), first)
    assert.deepEqual(again, once)
    assert.ok(textsOf(first, again).includes(appeal))
  })

  it('takes no picture for the article’s that all pages have', () => {
    const logo = '<figure><img src="https://alfa.example/logo.png" width="600" height="300"></figure>'
    const memory = memoryOf(5, [logo])
    const article = articleOf(page(9, [...story(9), logo, story(10)[0] ?? '']), memory)
    assert.equal(article.image, null)
    assert.ok(article.blocks.every(({ kind }) => kind !== 'figure'))
  })

  it('drops on a short page what stands where long ones had nothing of theirs', () => {
    const box = (text: string): string => `<div class="promo"><p>${text}</p></div>`
    let memory = emptyMemory
    for (let at = 0; at < 8; at++)
      memory = learn(memory, page(at, [...story(at), ...story(at + 200), box(`${story(at + 400)[0]}`)]))
    const short = page(90, [story(90)[0] ?? '', box(`${story(490)[0]} ${story(491)[0]}`)])
    assert.ok(textsOf(short).length > 1)
    assert.deepEqual(textsOf(short, memory), [story(90)[0]])
  })

  it('stays small, whatever the outlet prints', () => {
    let memory = emptyMemory
    for (let at = 0; at < 400; at++)
      memory = learn(memory, page(at, [...story(at), appeal, ...story(at + 10_000), ...story(at + 20_000)]))
    const { length } = JSON.stringify(memory)
    assert.ok(length < 50_000, `${length} bytes`)
    assert.ok(!textsOf(page(9999, [...story(9999), appeal]), memory).includes(appeal))
  })

  it('comes to the same whoever read which page first', () => {
    const notes = Array.from({ length: 12 }, (_, at) => readAndNote(page(at, [...story(at), appeal])).note)
    const present = notes.filter((note) => note !== null)
    const seen = (memory: OutletMemory): unknown =>
      Object.entries(memory.texts)
        .map(([text, [pages]]) => [text, pages])
        .sort()
    assert.deepEqual(seen(remember(emptyMemory, present)), seen(remember(emptyMemory, present.toReversed())))
  })

  it('is not changed by a reading', () => {
    const memory = memoryOf(5, [appeal])
    const before = JSON.stringify(memory)
    readAndNote({ ...page(9, story(9)), memory })
    assert.equal(JSON.stringify(memory), before)
  })
})

interface PageInput {
  readonly text: string
  readonly address: string
}

function page(at: number, texts: readonly string[]): PageInput {
  const paragraphs = texts.map((text) => (text.startsWith('<') ? text : `<p>${text}</p>`))
  return {
    address: `https://alfa.example/news/${at}`,
    text: `<html lang="en"><head><title>Report ${at}</title></head><body><main><h1>Report ${at}</h1>
      <div class="text">${paragraphs.join('\n')}</div></main></body></html>`,
  }
}

/** Three paragraphs that no other report has. */
function story(at: number): readonly string[] {
  return [
    `The ferry of pier ${at} left at dawn with ${at + 3} passengers and came back with all of them before the storm reached the harbour wall.`,
    `Captain number ${at} said that the sea had been calmer than the forecast of the day before, and that nobody had been afraid for a moment.`,
    `The next boat from pier ${at} goes on the morning after tomorrow, when the wind is to turn and the divers of team ${at} have looked at the ropes.`,
  ]
}

function memoryOf(pages: number, standing: readonly string[]): OutletMemory {
  const all = Array.from({ length: pages }, (_, at) => page(at, [...story(at), ...standing]))
  return learnAll(emptyMemory, all)
}

function learnAll(memory: OutletMemory, pages: readonly PageInput[]): OutletMemory {
  return pages.reduce(learn, memory)
}

function learn(memory: OutletMemory, input: PageInput): OutletMemory {
  const { note } = readAndNote({ ...input, memory })
  return note === null ? memory : remember(memory, [note])
}

function articleOf(input: PageInput, memory?: OutletMemory): Article {
  const { reading } = readAndNote({ ...input, memory: memory ?? null })
  assert.ok('article' in reading)
  return reading.article
}

function textsOf(input: PageInput, memory?: OutletMemory): readonly string[] {
  const { lead, blocks } = articleOf(input, memory)
  return [...(lead === null ? [] : [lead]), ...blocks.map(blockText)]
}
