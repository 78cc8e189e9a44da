import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Span } from '../../../src/model/marks.ts'

/** An event as NEREL marks it, with the spans that its relations lead to. */
export interface MarkedEvent extends Span {
  readonly participants: readonly Span[]
  readonly places: readonly Span[]
  readonly times: readonly Span[]
}

export interface EventText {
  readonly text: string
  readonly events: readonly MarkedEvent[]
}

/** NEREL's texts with the events whose words match. */
export function eventTexts(folder: string, words: RegExp): readonly EventText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ann'))
    .map((file) => {
      const text = readFileSync(path.join(folder, file.replace(/\.ann$/, '.txt')), 'utf8')
      return { text, events: eventsOf(readFileSync(path.join(folder, file), 'utf8').split('\n'), words) }
    })
}

function eventsOf(rows: readonly string[], words: RegExp): readonly MarkedEvent[] {
  const spans = new Map<string, Span>()
  const events = new Map<string, { participants: Span[]; places: Span[]; times: Span[] }>()
  for (const row of rows) {
    const [, id = '', type, start, end, written = ''] =
      /^(T\d+)\t(\S+) (\d+)(?: \d+;\d+)* (\d+)\t(.*)/.exec(row) ?? []
    if (type === undefined) continue
    spans.set(id, { start: Number(start), end: Number(end) })
    if (type === 'EVENT' && words.test(written)) events.set(id, { participants: [], places: [], times: [] })
  }
  for (const row of rows) {
    const [, type, one = '', other = ''] = /^R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)/.exec(row) ?? []
    const [event, role] = events.has(one)
      ? [events.get(one), spans.get(other)]
      : [events.get(other), spans.get(one)]
    if (event === undefined || role === undefined) continue
    if (type === 'PARTICIPANT_IN') event.participants.push(role)
    if (type === 'TAKES_PLACE_IN') event.places.push(role)
    if (type === 'POINT_IN_TIME') event.times.push(role)
  }
  return [...events].flatMap(([id, roles]) => {
    const span = spans.get(id)
    return span === undefined ? [] : [{ ...span, ...roles }]
  })
}
