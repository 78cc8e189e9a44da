import type { Archive } from '../../src/archive/archive.ts'
import { bodyText } from '../../src/model/block-text.ts'

const sampled = 600
const eachKind = 150

/** Queries of each kind that an editor makes, in words that the archive really holds. */
export async function chooseQueries(archive: Archive): Promise<Readonly<Record<string, readonly string[]>>> {
  const bodies = await sampleBodies(archive)
  const byCount = wordsByCount(bodies)
  const common = byCount.slice(0, 60)
  const rare = spread(byCount.slice(Math.floor(byCount.length / 2)), eachKind)
  const phrases = spread(bodies.flatMap(wordPairs), eachKind)
  return {
    'common-word': repeated(common, eachKind),
    'rare-word': rare,
    'two-words': repeated(common, eachKind).map((word, at) => `${word} ${common[(at * 7 + 1) % 60] ?? ''}`),
    phrase: phrases.map((pair) => `"${pair}"`),
    excluding: repeated(common, eachKind).map((word, at) => `${word} -${common[(at * 11 + 3) % 60] ?? ''}`),
    filter: repeated(common, eachKind).map((word, at) => `${word} lang:${at % 2 === 0 ? 'kk' : 'uk'}`),
  }
}

async function sampleBodies(archive: Archive): Promise<readonly string[]> {
  const articles = await archive.articles.count()
  const bodies: string[] = []
  for (let at = 0; at < sampled; at += 1) {
    const filed = await archive.articles.get(1 + Math.floor((at / sampled) * articles))
    if (filed !== null) bodies.push(bodyText(filed.article))
  }
  return bodies
}

/** Of at least three letters, by how many bodies they stand in, most first. */
function wordsByCount(bodies: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const body of bodies)
    for (const word of new Set(wordsOf(body))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word)
}

function wordPairs(body: string): readonly string[] {
  return [...body.matchAll(/\p{L}{3,} \p{L}{3,}/gu)].map(([pair]) => pair.toLowerCase())
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
}

/** So many of them, evenly from first to last. */
function spread(words: readonly string[], many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => words[Math.floor((at / many) * words.length)] ?? '')
}

/** Over again from the first. */
function repeated(words: readonly string[], many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => words[at % words.length] ?? '')
}
