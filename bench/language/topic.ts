import { topics } from '../../src/language/data/topics.ts'
import { parseText } from '../../src/language/text/parse-text.ts'
import { topicOf } from '../../src/language/topic/topic-of.ts'
import { dataFile, type Figures } from '../report.ts'
import { type CategoryRow, categoryRows, topicsOf } from './topic/categories.ts'
import { isTrainedOn } from './topic/is-trained-on.ts'

/**
 * Accuracy over the articles of `categories` that the weights were not trained on: here the exam part, of another half of the
 * data all parts. What is no news (`not_news`) has no topic and is not judged. A category is right in any of the topics that
 * `topicsOf` gives for it: IPTC has one for science and technology, and many for society.
 */
export function measureTopic(): Figures {
  const folder = dataFile('language/categories')
  if (folder === null) return {}
  const rows = (['training', 'honey', 'exam'] as const)
    .flatMap((part) => categoryRows(folder, part))
    .filter(({ text }) => !isTrainedOn(text))
  return Object.fromEntries(
    (['ru', 'en'] as const).flatMap((language) => {
      const own = rows.filter((row) => row.language === language)
      return [
        [`language.topic.${language}.accuracy`, own.filter(isRight).length / own.length],
        [`language.topic.${language}.articles`, own.length],
      ]
    }),
  )
}

function isRight({ text, language, category }: CategoryRow): boolean {
  const found = topicOf(parseText(text, language))
  return (topicsOf[category] ?? []).some((name) => (name === null ? null : topics[name]) === found)
}
