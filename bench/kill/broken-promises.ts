import type { Ledger } from './archive-ledger.ts'

type Reports = ReadonlyMap<string, readonly string[]>

/** What must hold after a kill, compared with the archive after the kill before; a sentence for each that does not. */
export function brokenSince(
  before: Ledger | null,
  after: Ledger,
  life: {
    /** Pages asked for in between, in order. */
    readonly asked: readonly string[]
    readonly reports: Reports
  },
): readonly string[] {
  const broken = after.twice.map((address) => `${address} is filed twice.`)
  for (const [address, { id, headlines }] of before?.articles ?? []) {
    const now = after.articles.get(address)
    if (now === undefined) broken.push(`${address} was filed and is lost.`)
    else if (now.id !== id) broken.push(`${address} was article ${id} and is ${now.id}.`)
    else if (headlines.some((headline, index) => now.headlines[index] !== headline))
      broken.push(`${address} has lost a revision.`)
  }
  for (const address of before?.listed ?? [])
    if (!after.listed.has(address)) broken.push(`${address} was listed and is forgotten.`)
  for (const address of after.listed) {
    const isThere =
      after.articles.has(address) || after.open.fetch.has(address) || after.open.read.has(address)
    if (!isThere) broken.push(`${address} is listed, but neither filed nor to be done.`)
  }
  for (const address of after.articles.keys())
    if (!life.reports.has(address)) broken.push(`${address} is filed and was never published.`)
  if (after.setAside > 0) broken.push(`${after.setAside} jobs are set aside.`)
  return [...broken, ...needlessFetches(before, life)]
}

/** A page is asked for once a life, and never again once it is kept, unless its feed says that it was changed. */
function needlessFetches(
  before: Ledger | null,
  { asked, reports }: { readonly asked: readonly string[]; readonly reports: Reports },
): readonly string[] {
  const times = new Map<string, number>()
  for (const address of asked) times.set(address, (times.get(address) ?? 0) + 1)
  return [...times].flatMap(([address, count]) => {
    const isEdited = (reports.get(address)?.length ?? 0) > 1
    if (isEdited) return []
    const isKept = before !== null && (before.articles.has(address) || before.open.read.has(address))
    if (isKept) return [`${address} was kept already and was fetched again.`]
    return count > 1 ? [`${address} was fetched ${count} times in one life.`] : []
  })
}

/** What must hold once nothing is left to do: every report is there once, as it reads now. */
export function brokenAtRest(
  { articles, twice, setAside }: Ledger,
  reports: Reports,
): { readonly lost: number; readonly twice: number; readonly sentences: readonly string[] } {
  const lost: string[] = []
  const sentences = twice.map((address) => `${address} is filed twice.`)
  for (const [address, published] of reports) {
    const headlines = articles.get(address)?.headlines
    if (headlines === undefined) lost.push(`${address} is missing.`)
    else if (headlines.at(-1) !== published.at(-1))
      lost.push(`${address} reads “${headlines.at(-1)}” and not “${published.at(-1)}”.`)
    else if (!isInOrder(headlines, published))
      sentences.push(`${address} has revisions in another order: ${headlines.join(' | ')}.`)
  }
  const tooMany = [...articles.keys()].filter((address) => !reports.has(address))
  sentences.push(...tooMany.map((address) => `${address} is filed and was never published.`))
  if (setAside > 0) sentences.push(`${setAside} jobs are set aside.`)
  return { lost: lost.length, twice: twice.length + tooMany.length, sentences: [...lost, ...sentences] }
}

/** Each of them published, each once, none before an earlier one. */
function isInOrder(headlines: readonly string[], published: readonly string[]): boolean {
  const places = headlines.map((headline) => published.indexOf(headline))
  return places.every((place, index) => place > (places[index - 1] ?? -1))
}
