import { bylineWords } from '../data/byline-words.ts'
import { plainText } from '../parse/clean-text.ts'

/**
 * The names in a byline as written: 'By Anna Lind and Bo Ek', 'Автор: Іван Петренко, кореспондент'. What is no name
 * (an address, a date, a job, a sentence) is left out.
 */
export function authorNames(byline: string): readonly string[] {
  const text = plainText(byline).replace(/^[\s•|·–—,-]+|[\s•|·–—,:;-]+$/g, '')
  if (text === '' || text.length > 250 || /^https?:|^www\.|@\w+\.\w/.test(text)) return []
  const names = withoutOpening(text)
    .split(bylineWords.between)
    .map((part) => cleanName(part))
    .filter(isName)
  return [...new Set(names)]
}

function withoutOpening(text: string): string {
  let rest = text
  for (let round = 0; round < 3; round++) {
    const next = rest.replace(bylineWords.opening, '')
    if (next === rest) break
    rest = next
  }
  return rest
}

function cleanName(part: string): string {
  return withoutOpening(part.trim())
    .replace(/\s*[([][^)\]]*[)\]]\s*$/, '')
    .replace(/^[\s@•|·–—,:-]+|[\s•|·–—,:;-]+$/g, '')
    .trim()
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60) return false
  if (/\d{2}|[?!{}<>=\\/]|https?:/.test(name)) return false
  if (name.split(/\s+/).length > 6) return false
  return /\p{L}/u.test(name) && !bylineWords.notNames.has(name.toLowerCase())
}
