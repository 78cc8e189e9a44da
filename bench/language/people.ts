import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { uniteNames } from '../../src/language/names/unite-names.ts'
import { parseText } from '../../src/language/text/parse-text.ts'
import type { TextName } from '../../src/model/marks.ts'
import { noMarks } from '../../src/model/no-marks.ts'
import { fileSample, sampleArticle } from '../../test/support/archive-samples.ts'
import { dataFile, type Figures } from '../report.ts'
import { bCubed } from './b-cubed.ts'
import type { LabelledText } from './names/labelled-text.ts'
import { slavicNer } from './names/slavic-ner.ts'

/**
 * Which mentions of people are of one person, from the spans that people marked in SlavicNER: within each document, and
 * across all its Russian and Ukrainian documents as the archive unites them, filed one after the other.
 */
export async function measurePeople(): Promise<Figures> {
  const folder = dataFile('language/slavicner')
  if (folder === null) return {}
  const texts = ['ru', 'uk'].flatMap((language) => slavicNer(folder, language))
  const documents = texts.map(peopleOf)
  const within = bCubed(
    documents.flatMap(({ id, mentions }) => mentions.map(({ name }) => `${id} ${name}`)),
    documents.flatMap(({ id, mentions }) => mentions.map((mention) => `${id} ${mention.id}`)),
  )
  const ids = await inArchive(documents)
  const across = bCubed(
    documents.flatMap(({ mentions }, at) => mentions.map(({ name }) => ids[at]?.[name])),
    documents.flatMap(({ mentions }) => mentions.map(({ id }) => id)),
  )
  return {
    'language.people.within.b-cubed-f1': within.f1,
    'language.people.within.precision': within.precision,
    'language.people.within.recall': within.recall,
    'language.people.across.b-cubed-f1': across.f1,
    'language.people.across.precision': across.precision,
    'language.people.across.recall': across.recall,
  }
}

interface Document {
  readonly id: string
  readonly language: string
  readonly names: readonly TextName[]
  /** `name` is a place in `names`. */
  readonly mentions: readonly { readonly id: string; readonly name: number }[]
}

function peopleOf({ id, language, text, gold }: LabelledText): Document {
  const people = gold.filter(({ kind }) => kind === 'person')
  const { names, mentions } = uniteNames(parseText(text, language), people)
  const byStart = new Map(mentions.filter(({ by }) => by === 'name').map(({ start, name }) => [start, name]))
  return {
    id,
    language,
    names,
    mentions: people.flatMap((mention) => {
      const name = byStart.get(mention.start)
      return mention.id === undefined || name === undefined ? [] : [{ id: mention.id, name }]
    }),
  }
}

/** The Name of each document's names, in an archive that is gone afterwards. */
async function inArchive(documents: readonly Document[]): Promise<readonly (readonly number[])[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wiredesk-people-'))
  const archive = await openArchive(path.join(folder, 'archive.db'), { clock: Date.now })
  try {
    const ids: (readonly number[])[] = []
    for (const [at, document] of documents.entries()) ids.push(await fileNames(archive, document, at))
    return ids
  } finally {
    await archive.close()
    rmSync(folder, { recursive: true })
  }
}

const dayMs = 86_400_000

async function fileNames(
  archive: Archive,
  { language, names }: Document,
  at: number,
): Promise<readonly number[]> {
  const marks = { ...noMarks(language), names }
  const { articleId } = await fileSample(archive, at * dayMs, { article: sampleArticle({ language }), marks })
  const filed = await archive.articles.marks(articleId)
  return filed?.names.map(({ id }) => id) ?? []
}
