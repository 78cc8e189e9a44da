import type { Mention } from '../../model/marks.ts'
import type { Finding } from './finding.ts'
import type { Range, Scan } from './scan.ts'

/**
 * Who each finding's speaker is, as `Mention.name`: the person (else whoever) mentioned in the speaker's words; who stands
 * before a «who»; the speaker before, where only a pronoun or nobody is said to speak. Null where the text does not tell.
 */
export function speakerNames(
  { tokens }: Scan,
  findings: readonly Finding[],
  mentions: readonly Mention[],
): readonly (number | null)[] {
  let before: number | null = null
  return findings.map(({ speaker, cue }) => {
    const name = speaker === null ? (cue === null ? before : null) : (mentioned(speaker) ?? referred(speaker))
    if (name !== null) before = name
    return name
  })

  function mentioned({ first, last }: Range): number | null {
    const start = tokens[first]?.start ?? 0
    const end = tokens[last - 1]?.end ?? 0
    const own = mentionsWithin(start, end)
    return (own.find(({ kind, by }) => kind === 'person' && by !== 'pronoun') ?? own.at(0))?.name ?? null
  }

  function mentionsWithin(start: number, end: number): readonly Mention[] {
    const own: Mention[] = []
    for (let at = firstEndingAfter(start); (mentions[at]?.start ?? end) < end; at += 1)
      own.push(mentions[at] as Mention)
    return own
  }

  function firstEndingAfter(offset: number): number {
    let low = 0
    let high = mentions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((mentions[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  function referred({ first, last }: Range): number | null {
    if (last - first !== 1) return null
    const word = tokens[first]?.folded ?? ''
    if (relative.test(word)) {
      const near = mentions[firstEndingAfter(tokens[first]?.start ?? 0) - 1]
      return near !== undefined && (tokens[first]?.start ?? 0) - near.end <= 3 ? near.name : null
    }
    return pronoun.test(word) ? before : null
  }
}

const relative = /^(?:who|котор(?:ый|ая|ые|ое)|як(?:ий|а|і|е))$/
const pronoun = /^(?:he|she|they|it|his|her|their|он|она|они|его|ее|их|він|вона|вони|його|її|їх|ол|олар)$/
