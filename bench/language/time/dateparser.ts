import { readFileSync } from 'node:fs'
import { parseText } from '../../../src/language/text/parse-text.ts'
import { findTimes } from '../../../src/language/time/find-times.ts'
import type { TimeExpression } from '../../../src/model/marks.ts'
import { dataFile, type Figures } from '../../report.ts'
import { longestOf } from './longest-of.ts'

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
type Amounts = Readonly<Partial<Record<Unit, number>>>

export interface DateparserCase {
  readonly language: string
  readonly text: string
  readonly now: string
  /** A moment up to its grain ('2015-08-06', '2014-10-28T07:54', '1000'), or a distance from now; null: as long as. */
  readonly expected: string | { readonly amounts: Amounts; readonly sign: 1 | -1 | null }
}

/**
 * Cases of dateparser's own tests that state their language. A distance is
 * right when its moment lies in what was found and that is no coarser than its smallest unit; a bare amount ("2 weeks"), which
 * dateparser takes for one ago, when it is found as that duration.
 */
export function measureDateparser(): Figures {
  const cases = loadDateparser()
  if (cases === null) return {}
  return Object.fromEntries(
    [...new Set(cases.map(({ language }) => language))].flatMap((language) => {
      const own = cases.filter((each) => each.language === language)
      return own.length < 5
        ? []
        : [[`language.time.dateparser.${language}`, own.filter(isRight).length / own.length]]
    }),
  )
}

export function loadDateparser(): readonly DateparserCase[] | null {
  const file = dataFile('language/time-test-cases/dateparser_cyrillic_params.tsv')
  if (file === null) return null
  const cases = readFileSync(file, 'utf8').split('\n').flatMap(caseOf)
  return [...new Map(cases.map((each) => [`${each.language} ${each.text}`, each])).values()]
}

function caseOf(line: string): readonly DateparserCase[] {
  const [file, param = ''] = line.split('\t')
  const strings = [...param.matchAll(/"([^"]*)"/g)].map(([, string]) => string ?? '')
  const [language = '', text = '', translation = ''] = strings
  const expected = file === 'test_languages.py' ? translated(translation) : null
  return expected === null ? [] : [{ language, text, now: '2014-09-01T10:30', expected }]
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

function translated(words: string): DateparserCase['expected'] | null {
  const distance = /^(in )?(\d+) (second|minute|hour|day|week|month|year)( ago)?$/.exec(words)
  if (distance !== null) {
    const [, ahead, count, unit, ago] = distance
    return { amounts: { [unit as Unit]: Number(count) }, sign: ahead ? 1 : ago ? -1 : null }
  }
  const [, day, month = '', year, hour, minute] =
    /\b(\d{1,2}) ([a-z]+) (\d{4})\b(?: year\.?)?(?:.*?(\d\d?):(\d\d))?/.exec(words) ?? []
  if (day === undefined || /[ap]m$/.test(words)) return null
  const clock = hour === undefined ? [] : [Number(hour), Number(minute)]
  return dateOf(Number(year), months.indexOf(month) + 1, Number(day), clock)
}

function dateOf(year: number, month: number, day: number, clock: readonly number[]): string {
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return clock.length === 0 ? date : `${date}T${clock.map((part) => pad(part, 2)).join(':')}`
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

export function isRight({ language, text, now, expected }: DateparserCase): boolean {
  const found = longestOf(findTimes(parseText(text, language), now))
  if (found === null) return false
  if (typeof expected === 'string') return found.value === expected
  return found.kind === 'duration' ? lasts(found, expected.amounts) : isAt(found, now, expected)
}

function lasts({ value }: TimeExpression, amounts: Amounts): boolean {
  const letters = (units: readonly Unit[]): string =>
    units
      .map((unit) => (amounts[unit] === undefined ? '' : `${amounts[unit]}${unit[0]?.toUpperCase()}`))
      .join('')
  const clock = letters(['hour', 'minute', 'second'])
  return value === `P${letters(['year', 'month', 'week', 'day'])}${clock === '' ? '' : `T${clock}`}`
}

const fineness: readonly string[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']

function isAt(
  { from, until, granularity }: TimeExpression,
  now: string,
  { amounts, sign }: { readonly amounts: Amounts; readonly sign: 1 | -1 | null },
): boolean {
  if (from === null || until === null || sign === null) return false
  const units = Object.keys(amounts)
  if (fineness.indexOf(granularity ?? '') < Math.max(...units.map((unit) => fineness.indexOf(unit))))
    return false
  const moment = new Date(`${now}:00Z`)
  const by = (unit: Unit): number => sign * (amounts[unit] ?? 0)
  moment.setUTCFullYear(moment.getUTCFullYear() + by('year'), moment.getUTCMonth() + by('month'))
  const seconds =
    by('week') * 604_800 + by('day') * 86_400 + by('hour') * 3600 + by('minute') * 60 + by('second')
  const at = new Date(moment.getTime() + seconds * 1000).toISOString().slice(0, 19)
  return from <= at && at < until
}
