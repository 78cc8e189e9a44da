import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { read } from '../read.ts'
import { contentForm } from './content-form.ts'

/** A page as its outlet serves it at one time; each case changes something of it. */
const parts = {
  headline: 'Ferry to Port Linden stays in harbour',
  lead: 'The storm is to last until Friday, the harbour master says.',
  author: 'Orla Finch',
  paragraphs: [
    'The ferry “Guillemot” did not leave Port Linden on Tuesday, and it will not leave on Wednesday either, the harbour master said.',
    'Some 140 passengers are waiting in the old customs house, where the town serves soup and where cots were put up for the night.',
    'The line said that tickets stay valid for a week. It asked people to call before they come to the pier – in case the wind turns.',
  ],
  quote: 'Nobody sails in this, and nobody should ask us to.',
  picture: '<img src="https://img1.alfa.example/pier.jpg?w=640&h=400" alt="">',
  caption: 'Waves over the pier on Tuesday.',
  table: '<tr><td>Tuesday</td><td>no sailings</td></tr><tr><td>Wednesday</td><td>no sailings</td></tr>',
  link: 'https://alfa.example/news/tickets',
  beside: '<li><a href="/news/7">Bridge opens to cyclists after a year of repairs</a></li>',
  counter: '1,204 views',
  ago: '5 minutes ago',
  within: '',
  after: '',
}
type Parts = typeof parts

const revisions: Readonly<Record<string, (page: Parts) => Partial<Parts>>> = {
  'another headline': () => ({ headline: 'Ferry to Port Linden sails again' }),
  'another lead': () => ({ lead: 'The storm is to last until Saturday, the harbour master says.' }),
  'another author': () => ({ author: 'Tam Reed' }),
  'another number in the text': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => text.replace('140', '160')),
  }),
  'a sentence taken out': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) =>
      text.replace('The line said that tickets stay valid for a week. ', ''),
    ),
  }),
  'a paragraph more': ({ paragraphs }) => ({
    paragraphs: [
      ...paragraphs,
      'On Wednesday night the town opened the school as well, and forty people moved there.',
    ],
  }),
  'a word put right': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => text.replace('customs house', 'custom house')),
  }),
  'another quote': () => ({ quote: 'Nobody sails in this, and nobody has asked us to.' }),
  'another row in a table': ({ table }) => ({ table: table.replace('no sailings', 'one sailing') }),
  'another caption': () => ({ caption: 'Waves over the pier on Monday.' }),
  'a note of correction': () => ({
    after: '<p>Correction: an earlier version of this report gave a wrong number of passengers.</p>',
  }),
}

const nothing: Readonly<Record<string, (page: Parts) => Partial<Parts>>> = {
  'more views': () => ({ counter: '9,817 views' }),
  'views in thousands': () => ({ counter: '12K views' }),
  'comments under the text': () => ({ after: '<p>17 comments</p>' }),
  'shares among the text': () => ({ within: '<p>Shares: 48</p>' }),
  'a longer time ago': () => ({ ago: '3 hours ago' }),
  'an updated line that counts time': () => ({ within: '<p>Updated 12 minutes ago</p>' }),
  'other articles beside it': () => ({
    beside: '<li><a href="/news/9">School roof to be mended before the first snow</a></li>',
  }),
  'other articles among the text': () => ({
    within: '<ul><li><a href="/news/9">School roof to be mended before the first snow falls</a></li></ul>',
  }),
  'a rotating box': () => ({
    after: '<aside class="promo"><p>Our app brings the harbour to your pocket, now with tides.</p></aside>',
  }),
  'an ad marker': () => ({ within: '<p>Advertisement</p>' }),
  'a picture from another host in another size': () => ({
    picture: '<img src="https://cdn7.alfa.example/pier.jpg?w=1280&h=800&q=80" alt="">',
  }),
  'tracking in a link': () => ({ link: 'https://alfa.example/news/tickets?utm_source=front&ref=3' }),
  'straight quotes': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => text.replace(/[“”]/g, '"')),
  }),
  'a longer dash': ({ paragraphs }) => ({ paragraphs: paragraphs.map((text) => text.replace('–', '—')) }),
  'white space': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => `\n   ${text.replaceAll(' ', '\n ')}\n`),
  }),
  'spaces that do not break': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => text.replace('140 ', '140&nbsp;')),
  }),
  'soft hyphens': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => text.replace('passengers', 'pas&shy;sen&#173;gers')),
  }),
  'entities written out': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => text.replace('“', '&ldquo;').replace('”', '&#8221;')),
  }),
  'entities encoded twice': ({ paragraphs }) => ({
    paragraphs: paragraphs.map((text) => text.replace('–', '&amp;ndash;')),
  }),
}

describe('what an outlet says in an article', () => {
  const before = formOf(parts)

  for (const [name, change] of Object.entries(revisions))
    it(`is changed by ${name}`, () => assert.notEqual(formOf({ ...parts, ...change(parts) }), before))

  for (const [name, change] of Object.entries(nothing))
    it(`is not changed by ${name}`, () => assert.equal(formOf({ ...parts, ...change(parts) }), before))

  const counters: readonly string[] = [
    'Просмотров: 1 204',
    '1204 просмотра',
    '17 комментариев',
    'Обновлено 5 минут назад',
    '3 години тому',
    'Переглядів: 88 | Коментарів: 3',
    '12 мың қаралым',
    '5 минут бұрын',
    'vor 20 Minuten',
    '4 min read',
    'Время чтения: 3 минуты',
  ]
  for (const line of counters) it(`leaves out “${line}”`, () => assert.equal(formWith(line), formWith('')))

  const said: readonly string[] = [
    'The bridge was closed 5 minutes ago, the police said.',
    '140 comments were handed to the council by the people of the street.',
    '1998',
    'Пять минут назад движение открыли.',
  ]
  for (const line of said) it(`keeps “${line}”`, () => assert.notEqual(formWith(line), formWith('')))
})

function formOf(page: Parts): string {
  const [first = '', ...rest] = page.paragraphs
  const text = `<html lang="en"><head><title>${page.headline}</title></head><body>
    <article><h1>${page.headline}</h1><p class="standfirst">${page.lead}</p>
    <p class="byline">By <a rel="author" href="/a">${page.author}</a></p>
    <p class="meta"><span>${page.counter}</span> <span>${page.ago}</span></p>
    <figure>${page.picture}<figcaption>${page.caption}</figcaption></figure>
    <div class="text"><p>${first}</p>${page.within}
    ${rest.map((paragraph) => `<p>${paragraph} <a href="${page.link}">More on tickets</a>.</p>`).join('\n')}
    <blockquote><p>${page.quote}</p></blockquote>
    <table>${page.table}</table>
    <p>The next report of the harbour master is to come on Thursday at noon, when the ferry line meets the town.</p>
    ${page.after}</div></article>
    <div class="related"><h3>Read also</h3><ul>${page.beside}</ul></div></body></html>`
  const reading = read({ text, address: 'https://alfa.example/news/ferry' })
  assert.ok('article' in reading)
  return contentForm(reading.article)
}

function formWith(line: string): string {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text, links: [] })
  return contentForm({
    headline: 'Ferry',
    lead: null,
    authors: [],
    blocks: ['One.', line, 'Two.'].map(paragraph),
  })
}
