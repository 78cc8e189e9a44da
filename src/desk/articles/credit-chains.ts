import type { CreditStep, FiledMarks } from '../../archive/archive.ts'
import type { ArticleId } from '../../model/article.ts'
import type { OutletId } from '../../model/outlet.ts'

/** One who has the news from the next one of a chain. */
export interface ChainLink {
  readonly label: string
  /** Where on the desk this one is found: the article credited, its Name; null where the archive has neither. */
  readonly address: string | null
}

/** From the article's outlet to where it has its news from, nearest first. */
export type Chain = readonly ChainLink[]

/**
 * The chains of an article's credits: each that no other of its credits leads to, what that cites in its turn, then those
 * of the article it means, and at the end who said what came through it.
 */
export function creditChains(
  article: { readonly id: ArticleId; readonly outlet: { readonly id: OutletId; readonly name: string } },
  { marks, names }: FiledMarks,
  steps: readonly CreditStep[],
): readonly Chain[] {
  const first = { label: article.outlet.name, address: `/outlets/${article.outlet.id}` }
  const cited = new Set(marks.credits.flatMap(({ citing }) => citing ?? []))
  const own = steps.filter(({ articleId }) => articleId === article.id)
  const found = own.filter(({ ordinal }) => !cited.has(ordinal)).flatMap((step) => onward(step, new Set()))
  return whole(distinct(found))
    .map((chain) => [first, ...chain])
    .slice(0, mostChains)

  function onward(step: CreditStep, passed: ReadonlySet<CreditStep>): readonly Chain[] {
    const link = linkOf(step)
    const seen = new Set([...passed, step])
    const next = nextOf(step).filter((other) => !seen.has(other))
    if (next.length > 0) return next.flatMap((other) => onward(other, seen).map((chain) => [link, ...chain]))
    return [[link, ...(step.articleId === article.id ? speakerThrough(step, link) : [])]]
  }

  function nextOf(step: CreditStep): readonly CreditStep[] {
    const citing = step.articleId === article.id ? (marks.credits[step.ordinal]?.citing ?? null) : null
    if (citing !== null) return own.filter(({ ordinal }) => ordinal === citing)
    return steps.filter(({ articleId }) => articleId === step.credited?.id)
  }

  /** The one whose statements came through this credit; nobody where there are several. */
  function speakerThrough({ ordinal }: CreditStep, { address }: ChainLink): Chain {
    const through = marks.statements.filter(({ credit }) => credit === ordinal)
    const speakers = new Set(through.flatMap(({ speaker }) => speaker?.name ?? []))
    const [only] = speakers
    const name = only === undefined || speakers.size > 1 ? undefined : names[only]
    const link = name === undefined ? null : { label: name.name, address: `/names/${name.id}` }
    return link === null || link.address === address ? [] : [link]
  }
}

/** More than that nobody follows. */
const mostChains = 8

function linkOf({ sourceName, credited, name }: CreditStep): ChainLink {
  if (credited !== null) return { label: sourceName, address: `/articles/${credited.id}` }
  return { label: sourceName, address: name === null ? null : `/names/${name.id}` }
}

/** Without those that are only the end of another: «со слов …» of one who is quoted through a chain. */
function whole(chains: readonly Chain[]): readonly Chain[] {
  const ends = (long: Chain, short: Chain): boolean =>
    long.length > short.length && JSON.stringify(long.slice(-short.length)) === JSON.stringify(short)
  return chains.filter((chain) => !chains.some((other) => ends(other, chain)))
}

function distinct(chains: readonly Chain[]): readonly Chain[] {
  return [...new Map(chains.map((chain) => [JSON.stringify(chain), chain])).values()]
}
