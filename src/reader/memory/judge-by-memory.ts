import type { PassageWhy } from '../../model/passage-why.ts'
import type { Judged } from '../body/keep-passages.ts'
import type { Recollection } from './recollect.ts'

/** What the passage itself gives away; where it stands says nothing against that. */
const ownReasons: ReadonlySet<PassageWhy> = new Set([
  'no words',
  'caption',
  'pull quote',
  'button',
  'headline again',
  'said before',
  'furniture words',
  'signature',
  'date',
  'only links',
])

const leastLeft = 0.2

/**
 * Puts the verdicts right where other pages of the outlet know better: text in a place that never held the article's is
 * dropped, prose in a place that always did is kept, unless hardly anything would be left.
 */
export function judgeByMemory(judged: readonly Judged[], memory: Recollection): readonly Judged[] {
  const changed = judged.map((one): Judged => {
    const place = memory.placeOf(one.passage)
    if (one.keep && place === 'never the article')
      return { ...one, keep: false, why: 'in a place that never holds the article', byMemory: true }
    if (!one.keep && place === 'always the article' && !ownReasons.has(one.why) && isPlainProse(one))
      return { ...one, keep: true, why: 'in a place that always holds the article', byMemory: true }
    return one
  })
  return keptWeight(changed) >= keptWeight(judged) * leastLeft ? changed : judged
}

function isPlainProse({ passage }: Judged): boolean {
  return passage.isProse && passage.linkDensity < 0.3
}

function keptWeight(judged: readonly Judged[]): number {
  return judged.reduce((sum, { passage, keep }) => sum + (keep ? passage.weight : 0), 0)
}
