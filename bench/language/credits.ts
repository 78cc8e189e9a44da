import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findCredits } from '../../src/language/credits/find-credits.ts'
import { findMentions } from '../../src/language/names/find-mentions.ts'
import { uniteNames } from '../../src/language/names/unite-names.ts'
import { parseText } from '../../src/language/text/parse-text.ts'
import { dataFile, type Figures } from '../report.ts'
import { coreSeconds } from './core-seconds.ts'

/** A credit of a label: what it names, in the words of docs/labelling/credits.md; `citing` is a place in the sentence's list. */
interface Label {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly citing: number | null
}

export interface LabelledSentence {
  readonly key: string
  readonly language: string
  readonly text: string
  readonly labels: readonly Label[]
}

/**
 * Credits against our own labels: one is right when its source overlaps a labelled one of its kind. `citing`: of the right
 * ones, whose chain goes on as the label says. In the half that rules were made on, and in the half held out.
 */
export function measureCredits(): Figures {
  const figures: Record<string, number> = {}
  const texts = labelledSentences().map((sentence) => {
    const parsed = parseText(sentence.text, sentence.language)
    return { ...sentence, parsed, named: uniteNames(parsed, findMentions(parsed)) }
  })
  for (const language of ['ru', 'uk'])
    for (const half of ['dev', 'held-out']) {
      const own = texts.filter(
        (text) => text.language === language && isHeldOut(text) === (half === 'held-out'),
      )
      if (own.length === 0) continue
      const tally = { right: 0, found: 0, wanted: 0, chained: 0 }
      for (const { labels, parsed, named } of own) {
        const credits = findCredits(parsed, named)
        const matches = credits.map(({ source, kind }) =>
          labels.findIndex(
            (label) => label.kind === kind && label.start < source.end && source.start < label.end,
          ),
        )
        tally.found += credits.length
        tally.wanted += labels.length
        tally.right += new Set(matches.filter((match) => match !== -1)).size
        for (const [place, match] of matches.entries()) {
          if (match === -1 || matches.indexOf(match) !== place) continue
          const citing = credits[place]?.citing ?? null
          if ((labels[match]?.citing ?? null) === (citing === null ? null : (matches[citing] ?? -1)))
            tally.chained += 1
        }
      }
      const precision = tally.right / Math.max(1, tally.found)
      const recall = tally.right / Math.max(1, tally.wanted)
      const of = `language.credits.${language}.${half}`
      figures[`${of}.precision`] = precision
      figures[`${of}.recall`] = recall
      figures[`${of}.f1`] = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall)
      figures[`${of}.citing`] = tally.chained / Math.max(1, tally.right)
    }
  if (texts.length === 0) return figures
  // Warm, as a worker is that reads articles all day.
  const start = process.cpuUsage()
  for (let pass = 0; pass < passes; pass += 1)
    for (const { parsed, named } of texts) findCredits(parsed, named)
  const characters = passes * texts.reduce((sum, { text }) => sum + text.length, 0)
  figures['language.credits.milliseconds-per-2500-characters'] =
    (coreSeconds(start) * 1_000 * 2_500) / characters
  return figures
}

const passes = 20

export function isHeldOut({ key }: LabelledSentence): boolean {
  return /[89a-f]$/.test(key)
}

/** The sentences of the set that we labelled; none where the set is not there. */
export function labelledSentences(): readonly LabelledSentence[] {
  const file = dataFile('language/source-credit-candidates/candidates.tsv')
  if (file === null) return []
  const texts = new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')[3] ?? '')
      .map((text) => [createHash('sha256').update(text).digest('hex').slice(0, 12), text]),
  )
  const byKey = new Map<string, LabelledSentence & { labels: Label[] }>()
  for (const row of readFileSync(path.join(import.meta.dirname, 'credits-labels.tsv'), 'utf8').split('\n')) {
    const [key = '', language = '', start = '', end = '', kind = '', citing = ''] = row.split('\t')
    const text = texts.get(key)
    if (text === undefined) continue
    const sentence = byKey.get(key) ?? { key, language, text, labels: [] }
    if (kind !== '-')
      sentence.labels.push({
        start: Number(start),
        end: Number(end),
        kind,
        citing: citing === '-' ? null : Number(citing),
      })
    byKey.set(key, sentence)
  }
  return [...byKey.values()]
}
