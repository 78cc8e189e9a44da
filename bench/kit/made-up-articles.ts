import type { IndexText } from '../../src/archive/archive.ts'
import { indexText } from '../../src/language/stem-words.ts'
import type { Article } from '../../src/model/article.ts'
import type { NewOutlet } from '../../src/model/outlet.ts'
import type { EpochMs } from '../../src/model/time.ts'

export interface MadeUpArticle {
  readonly article: Article
  readonly indexText: IndexText
  readonly outlet: NewOutlet
}

const languages = ['ru', 'ru', 'ru', 'uk', 'en', 'kk'] as const
const outlets = 60
const vocabularySize = 60_000
const letters = { latin: 'etaoinsrhldcumfpgwybvk', cyrillic: 'оеаинтсрвлкмдпуягзбчйхжшю' } as const

/**
 * Articles of made-up words, as often as words are in real text (Zipf's law), about as long as news: the n-th is the
 * same in every run. Words are stemmed once, since stemming is measured elsewhere.
 */
export function createArticleMaker(): (n: number, now: EpochMs) => MadeUpArticle {
  const vocabularies = new Map(
    [...new Set(languages)].map((language) => [language, makeVocabulary(language)] as const),
  )
  return (n, now) => {
    const chance = chanceFrom(n)
    const language = languages[n % languages.length] ?? 'en'
    const vocabulary = vocabularies.get(language) ?? []
    const headline = makeText(vocabulary, 9, chance)
    const lead = makeText(vocabulary, 25, chance)
    const paragraphs = Array.from({ length: 7 }, () => makeText(vocabulary, 20 + chance() * 50, chance))
    const key = `outlet-${n % outlets}.example`
    return {
      article: {
        address: `https://${key}/news/${n}.html`,
        headline: headline.text,
        lead: lead.text,
        authors: [],
        agency: null,
        publishedAt: { at: now - Math.floor(chance() * 1_800_000), zone: 'Z', precision: 'minute' },
        modifiedAt: null,
        language,
        blocks: paragraphs.map(({ text }) => ({ kind: 'paragraph', text, links: [] })),
        image: null,
        outletName: null,
        section: null,
        keywords: [],
        outgoingLinks: [],
        textFrom: 'page',
      },
      indexText: {
        headline: headline.stems,
        lead: lead.stems,
        body: paragraphs.map(({ stems }) => stems).join(' '),
        authors: '',
      },
      outlet: { key, name: `Outlet ${n % outlets}`, language: null, country: null },
    }
  }
}

interface Word {
  readonly text: string
  readonly stem: string
}

function makeVocabulary(language: string): readonly Word[] {
  const alphabet = language === 'en' ? letters.latin : letters.cyrillic
  return Array.from({ length: vocabularySize }, (_, at) => {
    let text = ''
    for (let rest = at * 7919 + 8009; rest > 0; rest = Math.floor(rest / alphabet.length))
      text += alphabet[rest % alphabet.length] ?? ''
    return { text, stem: indexText(text, language) }
  })
}

function makeText(
  vocabulary: readonly Word[],
  length: number,
  chance: () => number,
): { readonly text: string; readonly stems: string } {
  const words = Array.from({ length }, () => {
    const rank = Math.floor(vocabulary.length ** chance()) - 1
    return vocabulary[rank] ?? { text: 'the', stem: 'the' }
  })
  const text = words.map((word) => word.text).join(' ')
  return {
    text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    stems: words.map(({ stem }) => stem).join(' '),
  }
}

/** A linear congruential generator (Numerical Recipes, §7.1), far enough apart for neighbouring seeds. */
function chanceFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 4_294_967_296
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
