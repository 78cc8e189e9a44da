/**
 * Trains the model that tells the topic of a text, src/language/data/topic-model.json. See docs/models/topic.md.
 *
 *   npx tsx scripts/train-topics.ts [--data SHARED-DATA]           writes the model and bench/…/trained-on.json
 *   npx tsx scripts/train-topics.ts --judge [--data SHARED-DATA]   says how well articles are told that it was not trained on,
 *                                                                  a fifth of the training and honey parts at a time
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fingerprint } from '../bench/language/fingerprint.ts'
import { type CategoryRow, categoryRows, placesOf } from '../bench/language/topic/categories.ts'
import { topicNames } from '../src/language/data/topics.ts'
import { parseText } from '../src/language/text/parse-text.ts'
import { topicTerms } from '../src/language/topic/topic-terms.ts'
import {
  probabilities,
  type TopicExample,
  type TopicTraining,
  type TrainedTopics,
  trainTopics,
} from './topic/train-topics.ts'
import { weakTexts } from './topic/weak-texts.ts'

const here = import.meta.dirname
const { data = path.join(here, '../../shared/data'), judge } = parseArgs({
  options: { data: { type: 'string' }, judge: { type: 'boolean' } },
}).values

const training: TopicTraining = { rounds: 6, rate: 1, decay: 0.0005, trust: 6, leastTexts: 6 }
const weights = { labelled: 1, weak: 0.15, taught: 0.15 }
/** So sure must the first model be of a text without a label for the second to learn from it. */
const surely = 0.75
const parts = 5
/** The others say little. */
const mostStems = 8000

const folder = path.join(data, 'language/categories')
const labelled = [...categoryRows(folder, 'training'), ...categoryRows(folder, 'honey')]
const weak = weakTexts(data).map(({ text, language, topics }) => ({
  terms: topicTerms(parseText(text, language)),
  right: topics.map((name) => topicNames.indexOf(name)),
  weight: weights.weak,
}))
if (judge === true) judgeByParts()
else write(trained(labelled))

function trained(rows: readonly CategoryRow[]): TrainedTopics {
  const sure = rows.map((row) => exampleOf(row))
  const told = [...sure, ...weak.filter(({ right }) => right.length > 0)]
  const first = trainTopics(told, training)
  const taught = weak.flatMap(({ terms, right }): readonly TopicExample[] => {
    if (right.length > 0) return []
    const found = probabilities(first, terms)
    const best = found.indexOf(Math.max(...found))
    return (found[best] ?? 0) < surely ? [] : [{ terms, right: [best], weight: weights.taught }]
  })
  return trainTopics([...told, ...taught], training)
}

function exampleOf({ text, language, category }: CategoryRow): TopicExample {
  return {
    terms: topicTerms(parseText(text, language)),
    right: placesOf(category),
    weight: weights.labelled,
  }
}

function judgeByParts(): void {
  const judged = Array.from({ length: parts }, (_, part) => {
    const model = trained(labelled.filter((_, at) => at % parts !== part))
    return labelled
      .filter((_, at) => at % parts === part)
      .map((row) => {
        const found = probabilities(model, exampleOf(row).terms)
        const best = found.indexOf(Math.max(...found))
        return { language: row.language, isRight: placesOf(row.category).includes(best) }
      })
  }).flat()
  for (const language of ['ru', 'en']) {
    const own = judged.filter((one) => one.language === language)
    const accuracy = own.filter(({ isRight }) => isRight).length / own.length
    process.stdout.write(`${language}: ${accuracy.toFixed(3)} of ${own.length}\n`)
  }
}

function write(model: TrainedTopics): void {
  const strength = (row: Float64Array): number => Math.max(...row.map(Math.abs))
  const rows = [...model.stems]
    .sort(([, one], [, other]) => strength(other) - strength(one))
    .slice(0, mostStems)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const all = [...rows.map(([, row]) => row), ...model.listed, model.bias].flatMap((row) => [...row])
  const scale = all.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const bytes = Int8Array.from(all, (weight) => Math.round(weight / scale))
  const file = {
    scale,
    stems: rows.map(([stem]) => stem).join(' '),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
  writeFileSync(path.join(here, '../src/language/data/topic-model.json'), `${JSON.stringify(file)}\n`)
  const trainedOn = [...new Set(labelled.map(({ text }) => fingerprint(text)))].sort()
  writeFileSync(path.join(here, '../bench/language/topic/trained-on.json'), `${JSON.stringify(trainedOn)}\n`)
}
