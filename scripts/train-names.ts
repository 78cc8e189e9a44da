/**
 * Trains the models that find names, src/language/data/name-model-*.json. See docs/models/names.md.
 *
 *   npx tsx scripts/train-names.ts [--data SHARED-DATA]           writes the models and bench/…/trained-on.json
 *   npx tsx scripts/train-names.ts --judge [--data SHARED-DATA]   trains on all but a part of factRuEval, in turn, and says
 *                                                                 how well the parts are found
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { factRuEval } from '../bench/language/names/fact-ru-eval.ts'
import { fingerprint } from '../bench/language/names/is-trained-on.ts'
import { kazNerd } from '../bench/language/names/kaz-nerd.ts'
import type { LabelledText } from '../bench/language/names/labelled-text.ts'
import { countNames, f1, sumOf } from '../bench/language/names/name-counts.ts'
import { type NameModelFile, nameModel } from '../src/language/data/name-models.ts'
import { mentionsOf } from '../src/language/names/mentions-of.ts'
import { tagNames } from '../src/language/names/name-tagger.ts'
import { parseText } from '../src/language/text/parse-text.ts'
import { labelsOf } from './names/labels-of.ts'
import { type Example, type Training, trainTagger } from './names/train-tagger.ts'

const here = import.meta.dirname
const { data = path.join(here, '../../shared/data'), judge } = parseArgs({
  options: { data: { type: 'string' }, judge: { type: 'boolean' } },
}).values
const parts = 4
const kinds = ['person', 'place', 'organisation'] as const
const forRussian: Training = { rounds: 12, leastSeen: 1, margin: 1 }
const forKazakh: Training = { rounds: 8, leastSeen: 2, margin: 1 }

const documents = factRuEval(path.join(data, 'language/factrueval2016/devset'))
if (judge === true) judgeByParts()
else writeModels()

function writeModels(): void {
  write('ru', trainTagger(documents.map(exampleOf), forRussian))
  const kazakh = kazNerd(path.join(data, 'language/kaznerd/KazNERD/IOB2_valid.txt'))
  write('kk', trainTagger(kazakh.map(exampleOf), forKazakh))
  const trained = [...new Set(documents.map(({ text }) => fingerprint(text)))].sort()
  writeFileSync(path.join(here, '../bench/language/names/trained-on.json'), `${JSON.stringify(trained)}\n`)
}

function write(name: string, model: NameModelFile): void {
  const file = path.join(here, `../src/language/data/name-model-${name}.json`)
  writeFileSync(file, `${JSON.stringify(model)}\n`)
}

function exampleOf({ text, language, gold }: LabelledText): Example {
  const parsed = parseText(text, language)
  return { parsed, labels: labelsOf(parsed, gold), weight: 1 }
}

function judgeByParts(): void {
  const counts = Array.from({ length: parts }, (_, part) => {
    const rest = documents.filter((_, index) => index % parts !== part)
    const model = nameModel(trainTagger(rest.map(exampleOf), forRussian))
    return documents
      .filter((_, index) => index % parts === part)
      .map((document) => {
        const parsed = parseText(document.text, document.language)
        return countNames(document, mentionsOf(parsed.tokens, tagNames(parsed, model)), kinds)
      })
  }).flat()
  const sum = sumOf(counts)
  for (const kind of kinds) {
    const { right, found, gold } = sum[kind]
    const figures = [f1(sum[kind]), right / found, right / gold].map((figure) => figure.toFixed(3))
    process.stdout.write(
      `factRuEval ${kind}: F1 ${figures[0]}, precision ${figures[1]}, recall ${figures[2]}\n`,
    )
  }
}
