import { agencyNamed } from '../data/agencies.ts'
import { bylineWords } from '../data/byline-words.ts'
import { monthsIn } from '../data/month-names.ts'
import { plainText } from '../parse/clean-text.ts'

/**
 * The names in a byline as written: 'By Anna Lind and Bo Ek', 'Автор: Іван Петренко, кореспондент'. What is no name
 * (an address, a handle, a date, a job, a sentence) is left out, and so is who only took the pictures or translated.
 */
export function authorNames(byline: string): readonly string[] {
  const text = trimmed(plainText(byline).replace(addresses, ' | '))
  if (text === '' || text.length > 250 || /^https?:|^www\./.test(text)) return []
  const names: string[] = []
  let isOther = false
  const parts = withoutOpening(text).split(bylineWords.between)
  for (const part of parts) {
    const own = withoutOpening(part.trim())
    isOther = bylineWords.notAuthor.test(own) || (isOther && own === part.trim())
    const last = names.at(-1)
    const name = cleanName(own)
    if (isOther || isPictureCredit(own)) continue
    if (last !== undefined && isDegree(name) && agencyNamed(name) === null)
      names[names.length - 1] = `${last}, ${name}`
    else if (isName(name) && !isRole(name, parts.length)) names.push(name)
  }
  return [...new Set(names)]
}

/** Post boxes and handles: '(anna@outlet.example)', '@annalind'. */
const addresses = /[([<]?\s*(?:[^\s([<]+@[\w-]+\.[\w.-]+|(?<![^\s([<])@\w{2,})\s*[)\]>]?/g

/** What follows a name behind a comma and is none itself: 'PhD', 'M.D.', 'RN'. */
function isDegree(part: string): boolean {
  return /^(?:[A-Z]{2,6}|(?:\p{Lu}\p{Ll}{0,2}\.){1,4}|Ph\.?D\.?|[JS]r\.?|[A-Z][a-z]?[A-Z]{1,4})®?$/u.test(
    part,
  )
}

/** 'Anna Lind (Foto)'. */
function isPictureCredit(part: string): boolean {
  const inBrackets = /[([]([^)\]]*)[)\]]\s*$/.exec(part)?.[1]?.trim()
  return inBrackets !== undefined && bylineWords.notAuthor.test(inBrackets)
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
  return withoutPlace(withoutDay(trimmed(part.replace(/\s*[([][^)\]]*[)\]]\s*$/, ''))))
}

function trimmed(text: string): string {
  return text.replace(/^[\s@&•|·–—,:»-]+|[\s•|·–—,:;«»-]+$/g, '')
}

/** 'Anna Lind March 2', where the year stood behind a comma. */
function withoutDay(name: string): string {
  const [, before = '', month = ''] =
    /^(.+?)\s+(?:(\p{L}{3,})\.?\s+\d{1,2}|\d{1,2}\.?\s+(\p{L}{3,}))$/u.exec(name) ?? []
  return month !== '' && monthsIn('und').has(month.toLowerCase()) ? before : name
}

/** 'Anna Lind in Oslo', 'Anna Lind for the Harbour Gazette': the name is what stands before. */
function withoutPlace(name: string): string {
  return (
    /^((?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){2,4})(?:in|for|at|of|from|on|à|en|pour|aus|für)\s+\S+(?:\s+\S+){0,9}$/u
      .exec(name)?.[1]
      ?.trim() ?? name
  )
}

/** A job, not a name; 'Gazette reporter' by itself is how some outlets sign. */
function isRole(name: string, parts: number): boolean {
  return bylineWords.role.test(name) && (parts > 1 || !/\s/.test(name))
}

function isName(name: string): boolean {
  if (agencyNamed(name) !== null) return true
  if (name.length < 2 || name.length > 60) return false
  if (/\d{2}|[?!{}<>=\\/@()[\]|]|https?:|www\./.test(name)) return false
  if (/^\p{Ll}{1,2}$|\b(?:says|said)$|\.\w+\./u.test(name)) return false
  if (name.split(/\s+/).length > 6) return false
  return /\p{L}/u.test(name) && !bylineWords.notNames.has(name.toLowerCase())
}
