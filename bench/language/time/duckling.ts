import { readFileSync } from 'node:fs'
import { parseText } from '../../../src/language/text/parse-text.ts'
import { findTimes } from '../../../src/language/time/find-times.ts'
import { dataFile, type Figures } from '../../report.ts'
import { atGrain } from './at-grain.ts'
import { longestOf } from './longest-of.ts'
import type { ReadByChrono } from './read-by-chrono.ts'

/** A Tuesday; duckling reads what is bare as the next. */
const now = '2013-02-12T04:30-02:00'

interface Case {
  readonly language: string
  readonly expression: string
  readonly isBefore: boolean
  readonly moment: string
  readonly grain: string
}

/**
 * Right is an expression whose first moment and granularity are as duckling's corpus states them; of "before the end of
 * the month" it states the end. chrono-node gives no granularity and is asked only for the moment.
 */
export function measureDuckling(chrono: ReadByChrono | null): Figures {
  const file = dataFile('language/time-test-cases/duckling_time.tsv')
  if (file === null) return {}
  const cases = readFileSync(file, 'utf8').split('\n').flatMap(caseOf)
  return Object.fromEntries(
    ['ru', 'uk', 'en'].flatMap((language) => {
      const own = cases.filter((each) => each.language === language)
      const share = (isRight: (each: Case) => boolean): number => own.filter(isRight).length / own.length
      const ours = [`language.time.duckling.${language}`, share(isOurs)] as const
      return chrono === null
        ? [ours]
        : [ours, [`language.time.duckling.${language}.chrono-node`, share((each) => isChronos(each, chrono))]]
    }),
  )
}

const row = /^(\w\w)\t(.*)\tdatetime(OpenInterval Before|OpenInterval After|Holiday)? \(([^)]*)\) (\w+)/

function caseOf(line: string): readonly Case[] {
  const [, language, expression, kind, numbers, grain] = row.exec(line) ?? []
  if (language === undefined || expression === undefined || numbers === undefined || grain === undefined)
    return []
  const [year = 0, month = 0, day = 0, ...clock] = numbers.split(',').map(Number)
  if (year < 0) return []
  const two = (number: number): string => String(number).padStart(2, '0')
  const date = `${String(year).padStart(4, '0')}-${two(month || 1)}-${two(day || 1)}`
  return [
    {
      language,
      expression,
      isBefore: kind?.endsWith('Before') ?? false,
      moment: `${date}T${clock.map(two).join(':')}`,
      grain: grain.toLowerCase(),
    },
  ]
}

export function isOurs({ language, expression, isBefore, moment, grain }: Case): boolean {
  const found = longestOf(findTimes(parseText(expression, language), now, { lean: 'future' }))
  if (found?.from == null || found.granularity !== grain) return false
  return (
    atGrain(found.from, grain) === atGrain(moment, grain) ||
    (isBefore && found.until !== null && atGrain(found.until, grain) === atGrain(moment, grain))
  )
}

function isChronos({ language, expression, moment, grain }: Case, chrono: ReadByChrono): boolean {
  const found = longestOf(chrono(expression, language, now, true))
  return found !== null && atGrain(found.moment, grain) === atGrain(moment, grain)
}
