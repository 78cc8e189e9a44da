import path from 'node:path'
import { findMentions } from '../../src/language/names/find-mentions.ts'
import { parseText } from '../../src/language/text/parse-text.ts'
import type { NameKind } from '../../src/model/marks.ts'
import { dataFile, type Figures } from '../report.ts'
import { coreSeconds } from './core-seconds.ts'
import { factRuEval } from './names/fact-ru-eval.ts'
import { insideOutside } from './names/inside-outside.ts'
import { isTrainedOn } from './names/is-trained-on.ts'
import { kazNerd } from './names/kaz-nerd.ts'
import type { LabelledText } from './names/labelled-text.ts'
import { countNames, f1, type NameCounts, sumOf } from './names/name-counts.ts'
import { slavicNer } from './names/slavic-ner.ts'
import { standoff } from './names/standoff.ts'

/**
 * Exact span and kind, quotation marks at the ends not counted; kinds that a set does not mark are not judged on it. Texts
 * that the weights were trained on are left out: how well the devset of factRuEval is found by weights that never saw the
 * document says `scripts/train-names.ts --judge`.
 */
export function measureNames(): Figures {
  return {
    ...of('factrueval', 'language/factrueval2016/devset', three, factRuEval),
    ...of('slavicner.ru', 'language/slavicner', five, (folder) => slavicNer(folder, 'ru')),
    ...of('slavicner.uk', 'language/slavicner', five, (folder) => slavicNer(folder, 'uk')),
    ...of('nerel', 'language/nerel/NEREL-v1.1', three, nerel),
    ...of('ner-uk', 'language/ner-uk-2.0/v2.0/iob/test.iob', three, (file) =>
      insideOutside(file, 'uk', { PERS: 'person', LOC: 'place', ORG: 'organisation' }),
    ),
    ...of('kaznerd', 'language/kaznerd/KazNERD/IOB2_test.txt', three, kazNerd),
  }
}

const three = ['person', 'place', 'organisation'] as const
const five = [...three, 'product', 'event'] as const

function nerel(folder: string): readonly LabelledText[] {
  const kinds: Readonly<Record<string, NameKind>> = {
    PERSON: 'person',
    ORGANIZATION: 'organisation',
    CITY: 'place',
    COUNTRY: 'place',
    STATE_OR_PROVINCE: 'place',
    DISTRICT: 'place',
    LOCATION: 'place',
    FACILITY: 'place',
  }
  return ['train', 'dev'].flatMap((part) => standoff(path.join(folder, part), 'ru', kinds))
}

function of(
  set: string,
  file: string,
  kinds: readonly NameKind[],
  read: (file: string) => readonly LabelledText[],
): Figures {
  const found = dataFile(file)
  if (found === null) return {}
  const texts = read(found)
    .filter(({ text }) => !isTrainedOn(text))
    .map((labelled) => ({ ...labelled, parsed: parseText(labelled.text, labelled.language) }))
  if (texts.length === 0) return {}
  const start = process.cpuUsage()
  const all = texts.map((labelled) => ({ labelled, found: findMentions(labelled.parsed) }))
  const seconds = coreSeconds(start)
  const counts = all.map(({ labelled, found: names }) => countNames(labelled, names, kinds))
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  return {
    ...scores(set, counts, kinds),
    [`language.names.${set}.ms-per-2500-characters`]: (seconds * 1000 * 2500) / characters,
  }
}

function scores(set: string, counts: readonly NameCounts[], kinds: readonly NameKind[]): Figures {
  const sum = sumOf(counts)
  const all = kinds.map((kind) => sum[kind])
  return {
    [`language.names.${set}.f1`]: f1({
      right: all.reduce((total, { right }) => total + right, 0),
      found: all.reduce((total, { found }) => total + found, 0),
      gold: all.reduce((total, { gold }) => total + gold, 0),
    }),
    ...Object.fromEntries(kinds.map((kind) => [`language.names.${set}.f1.${kind}`, f1(sum[kind])])),
  }
}
