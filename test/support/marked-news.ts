import type { Archive, Filed } from '../../src/archive/archive.ts'
import type { Article } from '../../src/model/article.ts'
import { articleText } from '../../src/model/article-text.ts'
import type { Marks, Span, TextName } from '../../src/model/marks.ts'
import { noMarks } from '../../src/model/no-marks.ts'
import type { NewOutlet } from '../../src/model/outlet.ts'
import { fileSample, sampleArticle } from './archive-samples.ts'
import { sampleNow, sampleOutlets } from './sample-news.ts'

const { herald, vesti } = sampleOutlets
const hourMs = 3_600_000

const names: readonly TextName[] = [
  {
    kind: 'person',
    name: 'Marta Hale',
    key: 'hale|marta',
    aliases: ['Hale'],
    offices: ['minister of ferries'],
  },
  { kind: 'place', name: 'Port Selwyn', key: 'portselwyn', aliases: [], offices: [] },
  { kind: 'person', name: 'Ulrik Brandt', key: 'brandt|ulrik', aliases: [], offices: [] },
]

const promise = 'We will not sail the old ferry again, and 3 new ones will come before the winter'

/** As the Herald has it: headline, lead, a link of its own, a quotation over two paragraphs, a plan and a credit. */
const visit = sampleArticle({
  address: 'https://harbour-herald.example/news/ferries',
  headline: 'Marta Hale promises Port Selwyn new ferries',
  lead: 'The minister of ferries wrote so on Postbox on 24 November.',
  publishedAt: { at: sampleNow - 2 * hourMs, zone: 'Z', precision: 'minute' },
  blocks: [
    {
      kind: 'paragraph',
      text: `“${promise},” Hale said, the Morrow Wire reports. She hopes for calm weather.`,
      links: [{ start: 99, end: 110, address: 'https://morrow-wire.example/a/1' }],
    },
    {
      kind: 'list',
      ordered: false,
      items: [{ text: 'Hale will meet Ulrik Brandt in Port Selwyn on Friday.', links: [] }],
    },
  ],
})

/** The same words a little shorter, an hour later, at another outlet. */
const repeated = sampleArticle({
  address: 'https://vesti-stepi.example/news/ferries',
  headline: 'New ferries promised',
  publishedAt: { at: sampleNow - hourMs, zone: 'Z', precision: 'minute' },
  blocks: [
    {
      kind: 'paragraph',
      text: `“${promise.slice(0, 62)},” Marta Hale said, writes the Harbour Herald.`,
      links: [],
    },
  ],
})

export interface MarkedNews {
  readonly visit: number
  readonly repeated: number
  /** Of the Names that `visit` names, in their order. */
  readonly nameIds: readonly number[]
}

/** Two articles whose marks are set by hand: one promise, carried twice. */
export async function fileMarkedNews(archive: Archive): Promise<MarkedNews> {
  const first = await file(archive, visit, herald, marksOfVisit(), sampleNow - 2 * hourMs)
  const second = await file(archive, repeated, vesti, marksOfRepeated(), sampleNow - hourMs)
  const filed = await archive.articles.marks(first.articleId)
  return {
    visit: first.articleId,
    repeated: second.articleId,
    nameIds: filed?.names.map(({ id }) => id) ?? [],
  }
}

async function file(
  archive: Archive,
  article: Article,
  outlet: NewOutlet,
  marks: Marks,
  now: number,
): Promise<Filed> {
  return await fileSample(archive, now, { article, outlet, marks })
}

function marksOfVisit(): Marks {
  const at = finder(visit)
  const person = { kind: 'person', name: 0, by: 'name' } as const
  return {
    ...noMarks('en'),
    names,
    mentions: [
      { ...at('Marta Hale'), ...person },
      { ...at('Port Selwyn'), kind: 'place', name: 1, by: 'name' },
      { ...at('minister of ferries'), ...person, by: 'title' },
      { ...at('Hale', 1), ...person },
      { ...at('She'), ...person, by: 'pronoun' },
      { ...at('Ulrik Brandt'), kind: 'person', name: 2, by: 'name' },
    ],
    statements: [
      {
        content: [at(promise)],
        cue: at('said'),
        speaker: { ...at('Hale', 1), name: 0 },
        manner: 'direct',
        act: 'says',
        addressee: null,
        occasion: null,
        credit: 1,
      },
      {
        content: [at('for calm weather')],
        cue: at('hopes'),
        speaker: { ...at('She'), name: 0 },
        manner: 'reported',
        act: 'thinks',
        addressee: null,
        occasion: null,
        credit: null,
      },
    ],
    credits: [
      {
        ...at('on Postbox'),
        source: at('Postbox'),
        kind: 'channel',
        sourceName: 'Postbox',
        name: null,
        outlet: null,
        address: null,
        citing: null,
      },
      {
        ...at('the Morrow Wire reports'),
        source: at('Morrow Wire'),
        kind: 'agency',
        sourceName: 'Morrow Wire',
        name: null,
        outlet: null,
        address: 'https://morrow-wire.example/a/1',
        citing: null,
      },
    ],
    times: [
      {
        ...at('24 November'),
        kind: 'point',
        granularity: 'day',
        value: '2026-11-24',
        from: '2026-11-24T00:00:00',
        until: '2026-11-25T00:00:00',
      },
      {
        ...at('Friday'),
        kind: 'point',
        granularity: 'day',
        value: '2026-11-27',
        from: '2026-11-27T00:00:00',
        until: '2026-11-28T00:00:00',
      },
    ],
    encounters: [
      {
        ...at('Hale will meet Ulrik Brandt in Port Selwyn on Friday'),
        kind: 'meeting',
        cue: at('meet'),
        who: [{ ...at('Hale', 2), name: 0 }],
        with: [{ ...at('Ulrik Brandt'), name: 2 }],
        place: { ...at('Port Selwyn', 1), name: 1 },
        origin: null,
        time: 1,
        standing: 'plan',
      },
    ],
  }
}

function marksOfRepeated(): Marks {
  const at = finder(repeated)
  return {
    ...noMarks('en'),
    names: names.slice(0, 1),
    mentions: [{ ...at('Marta Hale'), kind: 'person', name: 0, by: 'name' }],
    statements: [
      {
        content: [at(promise.slice(0, 62))],
        cue: at('said'),
        speaker: { ...at('Marta Hale'), name: 0 },
        manner: 'direct',
        act: 'says',
        addressee: null,
        occasion: null,
        credit: 0,
      },
    ],
    credits: [
      {
        ...at('writes the Harbour Herald'),
        source: at('Harbour Herald'),
        kind: 'outlet',
        sourceName: 'Harbour Herald',
        name: null,
        outlet: herald.key,
        address: visit.address,
        citing: null,
      },
    ],
  }
}

/** Where words stand in the text of an article, the first time or after so many others. */
function finder(article: Article): (words: string, after?: number) => Span {
  const { text } = articleText(article)
  return (words, after = 0) => {
    let start = text.indexOf(words)
    for (let passed = 0; passed < after; passed += 1) start = text.indexOf(words, start + 1)
    if (start === -1) throw new Error(`“${words}” is not in the sample.`)
    return { start, end: start + words.length }
  }
}
