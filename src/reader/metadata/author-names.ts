import { bylineWords } from '../data/byline-words.ts'
import { plainText } from '../parse/clean-text.ts'

/**
 * The names in a byline as written: 'By Anna Lind and Bo Ek', 'Автор: Іван Петренко, кореспондент'. What is no name
 * (an address, a date, a job, a sentence) is left out.
 */
export function authorNames(byline: string): readonly string[] {
  const text = plainText(byline).replace(/^[\s•|·–—,-]+|[\s•|·–—,:;-]+$/g, '')
  if (text === '' || text.length > 250 || /^https?:|^www\.|@\w+\.\w/.test(text)) return []
  const names: string[] = []
  for (const part of withoutOpening(text).split(bylineWords.between)) {
    const name = cleanName(part)
    const last = names.pop()
    if (last !== undefined) names.push(isDegree(name) ? `${last}, ${name}` : last)
    if (!isDegree(name) && isName(name)) names.push(name)
  }
  return [...new Set(names)]
}

/** What follows a name behind a comma and is none itself: 'PhD', 'M.D.', 'RN'. */
function isDegree(part: string): boolean {
  return /^(?:[A-Z]{2,6}|(?:\p{Lu}\p{Ll}{0,2}\.){1,4}|Ph\.?D\.?|[JS]r\.?|[A-Z][a-z]?[A-Z]{1,4})®?$/u.test(
    part,
  )
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
  if (/\d{2}|[?!{}<>=\\/@()[\]|]|https?:/.test(name)) return false
  if (/^(?:image|photo|foto|picture|getty|istock|фото|video)\b/iu.test(name)) return false
  if (name.split(/\s+/).length > 6) return false
  return /\p{L}/u.test(name) && !bylineWords.notNames.has(name.toLowerCase())
}
