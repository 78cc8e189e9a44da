import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { fileSample, sampleArticle } from '../../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../../test/support/archives.ts'
import type { SearchClause, SearchFilters, SearchQuery } from '../../model/search-query.ts'
import type { IndexText } from '../archive.ts'

/** The articles that are searched: what they are called, and how they differ from the plain one. */
const shelf: Readonly<
  Record<
    string,
    Partial<IndexText> & { readonly language?: string; readonly outlet?: string; readonly minutes?: number }
  >
> = {
  ferry: { headline: 'ferry resume storm', body: 'the ferry sail again port linden', authors: 'anna berg' },
  storm: {
    headline: 'storm warn',
    lead: 'port close',
    body: 'storm storm storm',
    language: 'uk',
    outlet: 'beta',
  },
  linden: {
    headline: 'mayor',
    body: 'linden port ferry',
    authors: 'linden smith',
    language: 'uk',
    minutes: 90,
  },
  odd: { headline: 'c++ and or not near', body: `o'brien "quote" a-b back\\slash 50% column:word * ^ ( )` },
  straddle: { headline: 'harbour master', lead: 'warn of', body: 'ice', minutes: 2000 },
  cyrillic: { headline: 'мэр город', body: 'мэр аст приехат', language: 'ru', outlet: 'Бета Пресс' },
}

const none: SearchFilters = { languages: [], outlets: [], after: null, before: null }

function word(...alternatives: string[]): SearchClause {
  return { field: 'any', negated: false, words: [alternatives] }
}

function phrase(...words: (string | readonly string[])[]): SearchClause {
  return { field: 'any', negated: false, words: words.map((one) => (typeof one === 'string' ? [one] : one)) }
}

function within(field: SearchClause['field'], clause: SearchClause): SearchClause {
  return { ...clause, field }
}

function not(clause: SearchClause): SearchClause {
  return { ...clause, negated: true }
}

const all = ['ferry', 'storm', 'odd', 'cyrillic', 'linden', 'straddle']

const cases: readonly {
  readonly name: string
  readonly clauses?: readonly SearchClause[]
  readonly filters?: Partial<SearchFilters>
  readonly finds: readonly string[]
}[] = [
  { name: 'a word in any field', clauses: [word('storm')], finds: ['ferry', 'storm'] },
  { name: 'a word of the authors', clauses: [word('berg')], finds: ['ferry'] },
  { name: 'a word that is nowhere', clauses: [word('volcano')], finds: [] },
  { name: 'part of a word', clauses: [word('stor')], finds: [] },
  { name: 'all of several words', clauses: [word('port'), word('ferry')], finds: ['ferry', 'linden'] },
  {
    name: 'any of the alternatives of a word',
    clauses: [word('мэр', 'mayor')],
    finds: ['cyrillic', 'linden'],
  },
  { name: 'a phrase in its order', clauses: [phrase('port', 'linden')], finds: ['ferry'] },
  { name: 'a phrase the other way round', clauses: [phrase('linden', 'port')], finds: ['linden'] },
  {
    name: 'a phrase with alternatives',
    clauses: [phrase(['x', 'ferry'], ['sail', 'resume', 'y'])],
    finds: ['ferry'],
  },
  { name: 'a phrase across two fields', clauses: [phrase('master', 'warn')], finds: [] },
  { name: 'a phrase from body into authors', clauses: [phrase('ferry', 'linden')], finds: [] },
  { name: 'a phrase of the same word', clauses: [phrase('storm', 'storm', 'storm')], finds: ['storm'] },
  {
    name: 'a phrase of one repeated too often',
    clauses: [phrase('storm', 'storm', 'storm', 'storm')],
    finds: [],
  },
  { name: 'a word of the headline', clauses: [within('headline', word('ferry'))], finds: ['ferry'] },
  { name: 'a word of the lead', clauses: [within('lead', word('port'))], finds: ['storm'] },
  { name: 'a word of the body', clauses: [within('body', word('ferry'))], finds: ['ferry', 'linden'] },
  { name: 'a word of the authors only', clauses: [within('author', word('linden'))], finds: ['linden'] },
  {
    name: 'a phrase of the headline',
    clauses: [within('headline', phrase('ferry', 'resume'))],
    finds: ['ferry'],
  },
  { name: 'a word and not another', clauses: [word('port'), not(word('sail'))], finds: ['storm', 'linden'] },
  {
    name: 'a word and not a phrase',
    clauses: [word('port'), not(phrase('port', 'linden'))],
    finds: ['storm', 'linden'],
  },
  {
    name: 'a word and neither of two',
    clauses: [word('port'), not(word('sail')), not(word('mayor'))],
    finds: ['storm'],
  },
  {
    name: 'a word and not another in one field',
    clauses: [word('storm'), not(within('headline', word('ferry')))],
    finds: ['storm'],
  },
  { name: 'only what is not', clauses: [not(word('port'))], finds: ['odd', 'cyrillic', 'straddle'] },
  {
    name: 'only what is not, twice',
    clauses: [not(word('port')), not(word('мэр', 'ice'))],
    finds: ['odd'],
  },
  {
    name: 'only what is not, within a language',
    clauses: [not(word('mayor'))],
    filters: { languages: ['uk'] },
    finds: ['storm'],
  },
  {
    name: 'nothing but filters',
    filters: { languages: ['uk', 'ru'] },
    finds: ['storm', 'cyrillic', 'linden'],
  },
  { name: 'nothing at all: everything', finds: all },
  { name: 'an outlet by its key', filters: { outlets: ['beta'] }, finds: ['storm'] },
  { name: 'an outlet by its name, in any case', filters: { outlets: ['БЕТА пресс'] }, finds: ['cyrillic'] },
  { name: 'two outlets', filters: { outlets: ['beta', 'бета пресс'] }, finds: ['storm', 'cyrillic'] },
  { name: 'part of the name of an outlet', filters: { outlets: ['бета'] }, finds: [] },
  {
    name: 'a word within a language and an outlet',
    clauses: [word('storm')],
    filters: { languages: ['uk'], outlets: ['beta'] },
    finds: ['storm'],
  },
  {
    name: 'an outlet that is not there',
    clauses: [word('storm')],
    filters: { outlets: ['nobody'] },
    finds: [],
  },
  { name: 'after a time', filters: { after: noon - 90 * 60_000 }, finds: all.slice(0, 5) },
  { name: 'before a time', filters: { before: noon - 90 * 60_000 }, finds: ['straddle'] },
  {
    name: 'between two times with a word',
    clauses: [word('port')],
    filters: { after: noon - 90 * 60_000, before: noon - 60_000 },
    finds: ['linden'],
  },
  { name: 'an operator as a word', clauses: [word('or')], finds: ['odd'] },
  { name: 'operators as a phrase', clauses: [phrase('and', 'or', 'not', 'near')], finds: ['odd'] },
  ...["o'brien", '"quote"', 'a-b', 'back\\slash', '50%', 'column:word', 'c++', '*', '^', '('].map((stem) => ({
    name: `the word ${stem} as it is`,
    clauses: [word(stem)],
    finds: ['odd'],
  })),
  ...["'", '"', "x' or 1=1 --", '" OR "', 'headline : ferry', '!', '&', '|', '<->', ':*', "\\'"].map(
    (stem) => ({
      name: `${stem}, which no engine may take for its syntax`,
      clauses: [word(stem)],
      finds: [] as readonly string[],
    }),
  ),
  {
    name: 'a phrase of more combinations than can be spelt out',
    clauses: [
      phrase(
        ...['the', 'ferry', 'sail', 'again', 'port', 'linden'].map((stem) => [stem, ...'abcdefgh'.split('')]),
      ),
    ],
    finds: ['ferry'],
  },
]

onBothEngines('search', (ground) => {
  const headlines = new Map<number, string>()

  before(async () => {
    for (const [name, { language = 'en', outlet = 'harbour.example', minutes, ...text }] of Object.entries(
      shelf,
    )) {
      const at = noon - (minutes ?? Object.keys(shelf).indexOf(name)) * 60_000
      const article = sampleArticle({
        headline: name,
        language,
        publishedAt: { at: name === 'ferry' ? noon : at, zone: 'Z', precision: 'minute' },
        blocks: [{ kind: 'paragraph', text: `The body of ${name}.`, links: [] }],
      })
      const { articleId } = await fileSample(ground.archive, noon, {
        article,
        indexText: { headline: '', lead: '', body: '', authors: '', ...text },
        outlet: { key: outlet.toLowerCase(), name: outlet, language: null, country: null },
      })
      headlines.set(articleId, name)
    }
  })

  async function found(query: SearchQuery, limit: number): Promise<readonly string[]> {
    const names: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await ground.archive.articles.search(query, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      })
      names.push(...page.items.map(({ line }) => line.headline))
      if (page.next === null) return names
      cursor = page.next
    }
  }

  describe('finds, latest first', () => {
    for (const { name, clauses = [], filters = {}, finds } of cases) {
      it(name, async () => {
        const query = { clauses, filters: { ...none, ...filters } }
        const wanted = all.filter((one) => finds.includes(one))
        assert.deepEqual(await found(query, 10), wanted)
        assert.deepEqual(await found(query, 1), wanted)
      })
    }
  })

  it('gives the body of what it finds, for the excerpt', async () => {
    const { items } = await ground.archive.articles.search(
      { clauses: [word('sail')], filters: none },
      { limit: 5 },
    )
    assert.deepEqual(
      items.map(({ body }) => body),
      ['The body of ferry.'],
    )
  })

  it('finds a revised article by its new words and no longer by the old', async () => {
    const archive = await ground.open(await ground.newAddress())
    const article = sampleArticle()
    const text = { headline: '', lead: '', body: '', authors: '' }
    await fileSample(archive, noon, { article, indexText: { ...text, body: 'old' }, contentHash: '1' })
    await fileSample(archive, noon, { article, indexText: { ...text, body: 'new' }, contentHash: '2' })
    const count = async (stem: string): Promise<number> =>
      (await archive.articles.search({ clauses: [word(stem)], filters: none }, { limit: 5 })).items.length
    assert.deepEqual([await count('old'), await count('new')], [0, 1])
  })
})
