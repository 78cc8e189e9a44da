import type { Explanation, TracedFact, TracedPassage } from '../model/explanation.ts'
import type { Terminal } from './terminal.ts'

type Style = Terminal['style']

/** A reading with its reasons: what was taken from where, then all text of the page in page order. */
export function explanationText({ reading, trace }: Explanation, style: Style, width: number): string {
  const kept = trace.passages.filter(({ keep }) => keep).length
  const why = 'why' in reading ? ` (${reading.why})` : ''
  return [
    `${style.bold(reading.kind)}${why}`,
    ...trace.facts.map((fact) => factText(fact, style)),
    ...trace.rules.map(
      ({ field, selector, found }) => `${field.padEnd(9)} ${selector} ${style.faint(`names ${found} here`)}`,
    ),
    style.faint(
      `${kept} kept, ${trace.passages.length - kept} dropped; the article’s element is ${trace.container ?? 'none'}`,
    ),
    ...(trace.isCut ? ['The page is larger than the reader goes: its end was not read.'] : []),
    '',
    ...trace.passages.map((passage) => passageText(passage, style, width)),
  ].join('\n')
}

function factText({ fact, taken, said }: TracedFact, style: Style): string {
  const places = said.map(({ by, text, agrees }) => (agrees ? `= ${by}` : `≠ ${by}: ${text}`))
  const found = taken === '' ? style.faint('not found') : taken
  return `${fact.padEnd(9)} ${found}${places.length === 0 ? '' : style.faint(`  ${places.join('  ')}`)}`
}

/** A sign, so that colour is never all that tells kept from dropped. */
function passageText({ keep, why, rule, path, text }: TracedPassage, style: Style, width: number): string {
  const reason = rule === null ? why : `${why} ${rule}`
  const beginning = beginningOf(text.replaceAll('\n', ' '), width - 4)
  const mark = keep ? style.good('+') : style.bad('-')
  return `${mark} ${keep ? beginning : style.faint(beginning)}\n    ${style.faint(`${reason} · ${path}`)}`
}

function beginningOf(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}
