import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type TopicName, topicNames } from '../../../src/language/data/topics.ts'

export interface CategoryRow {
  readonly language: 'ru' | 'en'
  readonly part: 'training' | 'honey' | 'exam'
  readonly text: string
  readonly category: string
}

/**
 * What is right for each category of the set: several topics of IPTC's top level, which has no one for society and none
 * between science and technology; null (told from no topic) is right for its `other` alone.
 */
export const topicsOf: Readonly<Record<string, readonly (TopicName | null)[]>> = {
  society: [
    'politics',
    'crime',
    'disaster',
    'conflict',
    'society',
    'education',
    'labour',
    'religion',
    'environment',
  ],
  economy: ['economy', 'labour'],
  technology: ['science'],
  science: ['science', 'health', 'environment'],
  sports: ['sport'],
  entertainment: ['arts', 'lifestyle', 'human'],
  other: ['weather', 'lifestyle', 'human', null],
}

/** Rows of a part of the set in `folder`; those that are not news have no topic and are left out. */
export function categoryRows(folder: string, part: CategoryRow['part']): readonly CategoryRow[] {
  return (['ru', 'en'] as const).flatMap((language) => {
    const file = path.join(folder, `${language}_cat_${part}.tsv`)
    if (!existsSync(file)) return []
    const [head = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/)
    const columns = head.split('\t')
    return lines
      .filter((line) => line !== '')
      .map((line) => {
        const cells = line.split('\t')
        const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
        const text = `${cell('INPUT:title')}\n\n${cell('INPUT:text')}`
        return { language, part, text, category: cell('GOLDEN:res') }
      })
      .filter(({ category }) => category in topicsOf)
  })
}

/** The same as places in `topicNames`; `other` as far as it is a topic. */
export function placesOf(category: string): readonly number[] {
  return (topicsOf[category] ?? []).flatMap((name) => (name === null ? [] : [topicNames.indexOf(name)]))
}
