import type { FiledStatement } from '../../archive/archive.ts'

/**
 * What was said, as it is set in a list: parts of it that the text has a cue between are joined by an ellipsis, direct
 * speech stands in the quotation marks of its language. Cut after a word where it is longer than `most` characters.
 */
export function statementText({ content, manner, article }: FiledStatement, most: number): string {
  const whole = content.replace(/\s*\n\s*/g, ' … ')
  const text = whole.length <= most ? whole : `${whole.slice(0, most).replace(/\s+\S*$/, '')}…`
  if (manner === 'reported') return text
  return article.language === 'en' ? `“${text}”` : `«${text}»`
}
