import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseText } from '../../../src/language/text/parse-text.ts'
import { findTimes } from '../../../src/language/time/find-times.ts'
import type { TimeExpression } from '../../../src/model/marks.ts'
import { dataFile, type Figures } from '../../report.ts'
import { coreSeconds } from '../core-seconds.ts'
import { atGrain } from './at-grain.ts'
import { longestOf } from './longest-of.ts'
import type { ReadByChrono } from './read-by-chrono.ts'

export interface GoldTime {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string
}

export interface GoldArticle {
  readonly name: string
  readonly now: string
  readonly text: string
  readonly times: readonly GoldTime[]
}

/**
 * TempEval-3's English articles. The value of a DATE is right when the expression that overlaps its gold span most has
 * it; judged are the dates with a year (1,335), and apart from them those that say only now, once or some day. What gold
 * leaves open ('1989-WXX') any value may fill; of what goes on behind a gold day ("Friday" of "Friday night") the day counts. Spans are judged leniently: one that overlaps is found. chrono-node gives no
 * granularity: it is asked on the gold span alone, and right when its moment is right at gold's.
 */
export function measureTempeval(chrono: ReadByChrono | null): Figures {
  const articles = loadTempeval()
  if (articles === null) return {}
  const read = articles.map((article) => {
    const parsed = parseText(article.text, 'en')
    return { ...article, parsed, found: findTimes(parsed, article.now) }
  })
  // Measured once more: the first time over, the code is still being compiled.
  const start = process.cpuUsage()
  for (const { parsed, now } of read) findTimes(parsed, now)
  const seconds = coreSeconds(start)
  const dates = read.flatMap(({ times, found, text, now }) =>
    times.filter(({ type }) => type === 'DATE').map((gold) => ({ gold, found, text, now })),
  )
  const dated = dates.filter(({ gold }) => isDated(gold))
  const other = dates.filter(({ gold }) => /_REF$/.test(gold.value))
  const share = <Each>(some: readonly Each[], isRight: (each: Each) => boolean): number =>
    some.filter(isRight).length / some.length
  const overlap = (found: TimeExpression, gold: GoldTime): boolean =>
    found.start < gold.end && gold.start < found.end
  const all = read.flatMap(({ found, times }) => found.map((each) => ({ each, times })))
  const wanted = read.flatMap(({ found, times }) => times.map((gold) => ({ gold, found })))
  const precision = share(all, ({ each, times }) => times.some((gold) => overlap(each, gold)))
  const recall = share(wanted, ({ gold, found }) => found.some((each) => overlap(each, gold)))
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
  return {
    'language.time.tempeval3.date-value': share(dated, ({ gold, found }) => isRight(gold, found)),
    'language.time.tempeval3.reference-value': share(other, ({ gold, found }) => isRight(gold, found)),
    'language.time.tempeval3.precision': precision,
    'language.time.tempeval3.recall': recall,
    'language.time.tempeval3.f1': (2 * precision * recall) / (precision + recall),
    'language.time.milliseconds-per-2500-characters': (seconds * 1000 * 2500) / characters,
    ...(chrono === null
      ? {}
      : {
          'language.time.tempeval3.date-value.chrono-node': share(dated, (date) => isChronos(date, chrono)),
        }),
  }
}

export function isDated({ value, type }: GoldTime): boolean {
  return type === 'DATE' && /^\d{4}/.test(value)
}

export function isRight(gold: GoldTime, found: readonly TimeExpression[]): boolean {
  const best = bestOf(gold, found)
  if (best === null) return false
  const pattern = gold.value
    .replace(/(?:-XX)+$/, '')
    .replace(/-W(\d)$/, '-W0$1')
    .replaceAll('X', '\\d')
  const isDayOnly = best.isLonger && /^\d{4}-\d\d-\d\d$/.test(gold.value)
  return new RegExp(`^${pattern}$`).test(isDayOnly ? best.value.slice(0, 10) : best.value)
}

/** What overlaps a gold span most; it is longer where it goes on behind it ("Friday" of "Friday night"). */
export function bestOf(
  gold: GoldTime,
  found: readonly TimeExpression[],
): (TimeExpression & { readonly isLonger: boolean }) | null {
  return longestOf(
    found.flatMap((each) => {
      const start = Math.max(each.start, gold.start)
      const end = Math.min(each.end, gold.end)
      return start < end ? [{ ...each, start, end, isLonger: each.end > gold.end }] : []
    }),
  )
}

function isChronos(
  { gold, text, now }: { readonly gold: GoldTime; readonly text: string; readonly now: string },
  chrono: ReadByChrono,
): boolean {
  const found = longestOf(chrono(text.slice(gold.start, gold.end), 'en', now, false))
  if (found === null) return false
  const grain = grainOf(gold.value)
  return (
    atGrain(found.moment, grain).replace('-W0', '-W') ===
    gold.value.replace(/(?:-XX)+$/, '').replace('-W0', '-W')
  )
}

function grainOf(value: string): string {
  if (/-W/.test(value)) return 'week'
  if (/-Q/.test(value)) return 'quarter'
  if (/-H/.test(value)) return 'half-year'
  if (/T\d/.test(value)) return 'minute'
  return ['year', 'month', 'day'][value.replace(/(?:-XX)+$/, '').split('-').length - 1] ?? 'day'
}

/** The articles with their gold by the offsets of the bare text, or null where the data is not there. */
export function loadTempeval(): readonly GoldArticle[] | null {
  const folder = dataFile('language/tempeval3-tbaq/data/TBAQ-cleaned')
  if (folder === null) return null
  return ['AQUAINT', 'TimeBank'].flatMap((part) =>
    readdirSync(path.join(folder, part))
      .filter((name) => name.endsWith('.tml'))
      .sort()
      .map((name) => articleOf(name, readFileSync(path.join(folder, part, name), 'utf8'))),
  )
}

function articleOf(name: string, markup: string): GoldArticle {
  const created = attribute(/<DCT>([\s\S]*?)<\/DCT>/.exec(markup)?.[1] ?? '', 'value')
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(markup)?.[1] ?? ''
  const times: GoldTime[] = []
  let text = ''
  let open: { readonly start: number; readonly tag: string } | null = null
  for (const piece of body.split(/(<[^>]*>)/)) {
    if (!piece.startsWith('<')) text += inOneLine(piece)
    else if (piece.startsWith('<TIMEX3')) open = { start: text.length, tag: piece }
    else if (piece === '</TIMEX3>' && open !== null) {
      const { start, tag } = open
      times.push({ start, end: text.length, type: attribute(tag, 'type'), value: attribute(tag, 'value') })
      open = null
    }
  }
  return { name, now: created.length === 10 ? `${created}T12:00` : created.slice(0, 16), text, times }
}

/** Lines are wrapped at a width, paragraphs end with an empty one; the entities are XML's. */
function inOneLine(piece: string): string {
  return piece
    .replace(/\n[ \t]*(?:\n[ \t]*)+/g, '\u2029')
    .replace(/\n/g, ' ')
    .replaceAll('\u2029', '\n\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}
