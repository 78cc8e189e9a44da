import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findEncounters } from '../../src/language/encounters/find-encounters.ts'
import { findMentions } from '../../src/language/names/find-mentions.ts'
import { type Named, uniteNames } from '../../src/language/names/unite-names.ts'
import { type ParsedText, parseText } from '../../src/language/text/parse-text.ts'
import { findTimes } from '../../src/language/time/find-times.ts'
import type { Encounter, Span, TimeExpression } from '../../src/model/marks.ts'
import { dataFile, type Figures } from '../report.ts'
import { coreSeconds } from './core-seconds.ts'
import { eventTexts, type MarkedEvent } from './encounters/event-texts.ts'

/**
 * No set says who met whom and where, so each of three is held to what it does say. PLOVER: which coded English sentences
 * are consultations (11 of 322; others tell of meetings too, so precision is low by its rules). NEREL: events whose word is
 * of a meeting or journey are found, with the participants, places and times that its relations give. factRuEval: its five
 * meetings, both names in one encounter. Names and times come from our own finders, so that their misses count here too.
 */
export function measureEncounters(): Figures {
  const plover = dataFile('language/plover/gold_standard_records/PLOVER_GSR_CAMEO.txt')
  const nerel = dataFile('language/nerel/NEREL-v1.1')
  const facts = dataFile('language/factrueval2016/devset')
  return {
    ...(plover === null ? {} : scorePlover(plover)),
    ...(nerel === null ? {} : scoreNerel(nerel)),
    ...(facts === null ? {} : scoreFacts(facts)),
  }
}

function scorePlover(file: string): Figures {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly {
    readonly event: string
    readonly text?: string
  }[]
  const judged = rows.flatMap(({ event, text }) =>
    text === undefined
      ? []
      : [{ isMeeting: event === 'CONSULT', isFound: encountersOf(text, 'en').found.length > 0 }],
  )
  const right = judged.filter(({ isMeeting, isFound }) => isMeeting && isFound).length
  return {
    'language.encounters.plover.precision': share(right, judged.filter(({ isFound }) => isFound).length),
    'language.encounters.plover.recall': share(right, judged.filter(({ isMeeting }) => isMeeting).length),
  }
}

/** Words of the kinds that we look for. */
const encounterWords =
  /^(?:встре[чт]|визит|перегов|посе[тщ]|прибы|прилет|приех|приезж|вылет|отбы|отправ|побыва|поезд|бесед|побесед|созвон|совместное заявл)/i

function scoreNerel(folder: string): Figures {
  const counts = { found: 0, all: 0 }
  const roles = {
    participants: { right: 0, all: 0 },
    places: { right: 0, all: 0 },
    times: { right: 0, all: 0 },
  }
  for (const part of ['train', 'dev'])
    for (const { text, events } of eventTexts(path.join(folder, part), encounterWords)) {
      const { found, times } = encountersOf(text, 'ru')
      for (const event of events) {
        counts.all += 1
        const met = found.filter(({ cue }) => overlaps(cue, event))
        if (met.length > 0) counts.found += 1
        count(
          roles.participants,
          event.participants,
          met.flatMap((one) => [...one.who, ...one.with]),
        )
        count(
          roles.places,
          event.places,
          met.flatMap(({ place }) => place ?? []),
        )
        count(
          roles.times,
          event.times,
          met.flatMap(({ time }) => times[time ?? -1] ?? []),
        )
      }
    }
  return {
    'language.encounters.nerel.detection-recall': share(counts.found, counts.all),
    'language.encounters.nerel.participant-recall': share(roles.participants.right, roles.participants.all),
    'language.encounters.nerel.place-recall': share(roles.places.right, roles.places.all),
    'language.encounters.nerel.time-recall': share(roles.times.right, roles.times.all),
    'language.encounters.milliseconds-per-2500-characters': millisecondsOf(folder),
  }
}

/** Once the code is warm: the fifth time over. */
function millisecondsOf(folder: string): number {
  const texts = eventTexts(path.join(folder, 'train'), encounterWords).map(({ text }) => prepared(text, 'ru'))
  const read = (): number => {
    const start = process.cpuUsage()
    for (const { parsed, named, times } of texts) findEncounters(parsed, named, times)
    return coreSeconds(start)
  }
  for (let round = 0; round < 4; round += 1) read()
  return (read() * 1_000 * 2_500) / texts.reduce((sum, { parsed }) => sum + parsed.text.length, 0)
}

function count(
  tally: { right: number; all: number },
  wanted: MarkedEvent['places'],
  found: readonly Span[],
): void {
  tally.all += wanted.length
  tally.right += wanted.filter((span) => found.some((one) => overlaps(one, span))).length
}

/** Both names by their first letters: the facts have them in the base case, the text in any. */
function scoreFacts(folder: string): Figures {
  let right = 0
  let all = 0
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.facts'))) {
    const meetings = readFileSync(path.join(folder, file), 'utf8')
      .split(/\n\s*\n/)
      .filter((fact) => /^\S+ Meeting/.test(fact.trim()))
    if (meetings.length === 0) continue
    const text = readFileSync(path.join(folder, file.replace(/\.facts$/, '.txt')), 'utf8')
    const { found } = encountersOf(text, 'ru')
    for (const meeting of meetings) {
      const people = [...meeting.matchAll(/^Participant \S+ (\S+)/gm)].map(([, name = '']) =>
        name.slice(0, 4),
      )
      all += 1
      if (
        found.some(
          (one) =>
            people.filter((name) => namesOf(one, text).some((other) => other.includes(name))).length >= 2,
        )
      )
        right += 1
    }
  }
  return { 'language.encounters.factrueval.meeting-recall': share(right, all) }
}

function namesOf({ who, with: met }: Encounter, text: string): readonly string[] {
  return [...who, ...met].map(({ start, end }) => text.slice(start, end))
}

interface Prepared {
  readonly parsed: ParsedText
  readonly named: Named
  readonly times: readonly TimeExpression[]
}

function prepared(text: string, language: string): Prepared {
  const parsed = parseText(text, language)
  return { parsed, named: uniteNames(parsed, findMentions(parsed)), times: findTimes(parsed, null) }
}

function encountersOf(
  text: string,
  language: string,
): Pick<Prepared, 'times'> & { readonly found: readonly Encounter[] } {
  const { parsed, named, times } = prepared(text, language)
  return { found: findEncounters(parsed, named, times), times }
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
