import type { Article, Block, LiveEntry } from '../../src/model/article.ts'
import { blockText } from '../../src/model/block-text.ts'
import { type OutletMemory, read } from '../../src/reader/index.ts'
import type { GoldPage } from './load-pages.ts'
import type { Found } from './score.ts'

export function readWithOurs(page: GoldPage, memory: OutletMemory | null = null): Found {
  const reading = read({ bytes: page.bytes, address: page.url, memory })
  if (!('article' in reading)) return { body: '', title: '', authors: [], date: null }
  const { article } = reading
  const { publishedAt } = article
  const text = shownText(article)
  return {
    body: page.partsLead ? text : [article.lead ?? '', text].join('\n\n'),
    title: article.headline,
    authors: article.authors,
    date: publishedAt === null ? null : { at: publishedAt.at, offsetMinutes: minutes(publishedAt.zone) },
  }
}

/** All text of the article but captions: a post that it quotes is shown as part of it, and judged as such. */
function shownText(article: Article): string {
  const entries = (article.entries ?? []).flatMap((entry) => [...headingOf(entry), ...entry.blocks])
  return [...article.blocks, ...entries]
    .filter(({ kind }) => kind !== 'figure' && kind !== 'gallery' && kind !== 'video')
    .map(blockText)
    .join('\n\n')
}

function headingOf({ headline }: LiveEntry): readonly Block[] {
  return headline === null ? [] : [{ kind: 'heading', level: 3, text: headline, links: [] }]
}

function minutes(zone: string | null): number {
  const [, sign, hours, rest] = /^([+-])(\d\d):(\d\d)$/.exec(zone ?? '') ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest))
}
