/**
 * Trains the models that find names, src/language/data/name-model-*.json. See docs/models/names.md.
 *
 *   npm install --no-save --prefix FOLDER @faker-js/faker@10.6.0
 *   npx tsx scripts/train-names.ts FOLDER/node_modules [--data SHARED-DATA]   writes models and bench/…/trained-on.json
 *   npx tsx scripts/train-names.ts FOLDER/node_modules --judge                trains on all but a part of factRuEval, in
 *                                                                             turn, and says how well the parts are found
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fingerprint } from '../bench/language/fingerprint.ts'
import { factRuEval } from '../bench/language/names/fact-ru-eval.ts'
import { kazNerd } from '../bench/language/names/kaz-nerd.ts'
import type { LabelledName } from '../bench/language/names/labelled-text.ts'
import { countNames, f1, sumOf } from '../bench/language/names/name-counts.ts'
import { type NameModelFile, nameModel } from '../src/language/data/name-models.ts'
import { agreeKinds } from '../src/language/names/agree-kinds.ts'
import { agreeMentions } from '../src/language/names/agree-mentions.ts'
import { mentionsOf } from '../src/language/names/mentions-of.ts'
import { tagNames } from '../src/language/names/name-tagger.ts'
import { parseText } from '../src/language/text/parse-text.ts'
import { inventedTexts } from './names/invented-texts.ts'
import { labelsOf } from './names/labels-of.ts'
import { listedMentions } from './names/listed-mentions.ts'
import { englishNews, russianNews } from './names/news-texts.ts'
import { peopleOf } from './names/people.ts'
import { silverExamples } from './names/silver-examples.ts'
import { type Example, type Training, trainTagger } from './names/train-tagger.ts'

const here = import.meta.dirname
const { values, positionals } = parseArgs({
  options: { data: { type: 'string' }, judge: { type: 'boolean' } },
  allowPositionals: true,
})
const { data = path.join(here, '../../shared/data'), judge } = values
const [packages = ''] = positionals
const parts = 4
const kinds = ['person', 'place', 'organisation'] as const
const first: Training = { rounds: 12, leastSeen: 1, margin: 1 }
const second: Training = { rounds: 8, leastSeen: 2, margin: 1 }
/** What a mistake in a text counts that nobody labelled, or that we made up. */
const weight = 0.3
const newsCharacters = 1_500_000
const timesEachTemplate = 6
const timesEachEnglishTemplate = 40

const documents = factRuEval(path.join(data, 'language/factrueval2016/devset'))
const invented = [
  ...(await inventedExamples('ru', timesEachTemplate)),
  ...(await inventedExamples('uk', timesEachTemplate)),
  // For names in Latin letters among Cyrillic ones.
  ...(await inventedExamples('en', timesEachTemplate)),
]
if (judge === true) judgeByParts()
else await writeModels()

async function inventedExamples(language: string, times: number): Promise<readonly Example[]> {
  const people = await peopleOf(language, packages, path.join(data, 'language/gazetteers'))
  return inventedTexts(language, times, people).map((text) => exampleOf(text, weight))
}

async function writeModels(): Promise<void> {
  write('ru', trained(documents))
  write('en', englishModel(await inventedExamples('en', timesEachEnglishTemplate)))
  const kazakh = kazNerd(path.join(data, 'language/kaznerd/KazNERD/IOB2_valid.txt'))
  write(
    'kk',
    trainTagger(
      kazakh.map((text) => exampleOf(text, 1)),
      second,
    ),
  )
  const seen = documents.map(({ text }) => fingerprint(text)).sort()
  writeFileSync(
    path.join(here, '../bench/language/names/trained-on.json'),
    `${JSON.stringify(seen, null, 2)}\n`,
  )
}

function write(name: string, model: NameModelFile): void {
  const file = path.join(here, `../src/language/data/name-model-${name}.json`)
  writeFileSync(file, `${JSON.stringify(model)}\n`)
}

/** A first model labels the news, and a second learns from all. */
function trained(some: typeof documents): NameModelFile {
  const labelled = some.map((document) => exampleOf({ ...document, gold: withListed(document) }, 1))
  const model = nameModel(trainTagger([...labelled, ...invented], first))
  const news = silverExamples(russianNews(data, newsCharacters), 'ru', model, weight)
  return trainTagger([...labelled, ...invented, ...news], second)
}

/** English has no labelled texts that may be trained on. */
function englishModel(made: readonly Example[]): NameModelFile {
  const model = nameModel(trainTagger(made, second))
  return trainTagger(
    [...made, ...silverExamples(englishNews(data, newsCharacters), 'en', model, weight)],
    second,
  )
}

/** FactRuEval marks no products and events: those of the lists, where it marks nothing. */
function withListed({ text, language, gold }: (typeof documents)[number]): readonly LabelledName[] {
  const listed = listedMentions(parseText(text, language)).filter(
    ({ start, end, kind }) =>
      (kind === 'product' || kind === 'event') &&
      gold.every((name) => name.end <= start || end <= name.start),
  )
  return [...gold, ...listed].sort((a, b) => a.start - b.start)
}

interface Labelled {
  readonly text: string
  readonly language: string
  readonly gold: readonly LabelledName[]
}

function exampleOf({ text, language, gold }: Labelled, counts: number): Example {
  const parsed = parseText(text, language)
  return { parsed, labels: labelsOf(parsed, gold), weight: counts }
}

function judgeByParts(): void {
  const counts = Array.from({ length: parts }, (_, part) => {
    const model = nameModel(trained(documents.filter((_document, index) => index % parts !== part)))
    return documents
      .filter((_document, index) => index % parts === part)
      .map((document) => {
        const parsed = parseText(document.text, document.language)
        const { tokens } = parsed
        const found = agreeKinds(tokens, agreeMentions(tokens, mentionsOf(tokens, tagNames(parsed, model))))
        return countNames(document, found, kinds)
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
