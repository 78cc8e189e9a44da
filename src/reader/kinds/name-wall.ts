import type { NoArticle } from '../../model/article.ts'
import { pageKindWords as words } from '../data/page-kind-words.ts'
import type { PageFace } from './page-face.ts'
import { visibleLength } from './page-face.ts'

/** Less is no article, but may be a stub, an error or a picture with a caption. */
const shortWeight = 400

interface Wall {
  readonly kind: NoArticle
  readonly why: string
}

/** What stands where an article should: an error or a wall; null when neither does. */
export function nameWall(face: PageFace): Wall | null {
  return botCheck(face) ?? errorPage(face) ?? consentWall(face) ?? loginWall(face)
}

function botCheck({ titles, visible, weight, isDated }: PageFace): Wall | null {
  const named = titles.find((title) => title.length < 120 && words.botCheck.within.test(title))
  const isShown = visible.length < 2500 && words.botCheck.within.test(visible)
  if ((named === undefined || weight >= 600) && !(isShown && weight < 900)) return null
  return isDated && weight > shortWeight
    ? null
    : { kind: 'bot-check', why: 'The site asks whether a person is asking, and shows nothing before that.' }
}

/** Also those that are served as if nothing were wrong. */
function errorPage({ titles, weight, isDated }: PageFace): Wall | null {
  const whole = titles.find((title) => partsOf(title).some(isErrorAlone))
  const within =
    weight < shortWeight && !isDated
      ? titles.find((title) => title.length < 120 && words.error.within.test(title))
      : undefined
  const said = whole ?? within
  if (said === undefined || (isDated && weight >= shortWeight)) return null
  return { kind: 'error-page', why: `The page says that something went wrong: “${said}”.` }
}

function partsOf(title: string): readonly string[] {
  return title.split(/\s[|—–•·»:-]+\s|[|:!.]/).filter((part) => part.trim() !== '')
}

/** 'Error 404', 'Page not found (404)': nothing beside the words for it. */
function isErrorAlone(part: string): boolean {
  const bare = part.replace(/(?<!\d)(?:40[0-9]|410|451|50[0-4])(?!\d)/g, ' ')
  const hasNumber = bare !== part
  const letters = bare.replace(/[^\p{L}\p{M}]+/gu, ' ').trim()
  if (letters === '') return hasNumber && part.trim().length < 8
  if (words.error.isWhole(part) || words.error.isWhole(letters)) return true
  const rest = letters.replace(/^\S+\s*/, '')
  const first = letters.split(' ')[0] ?? ''
  return words.errorAlone.isWhole(first) && (rest === '' ? hasNumber : words.error.isWhole(rest))
}

/** An article about cookies is an article: a wall is undated, says little else and waits for an answer. */
function consentWall({ titles, text, visible, weight, buttons, isDated }: PageFace): Wall | null {
  if (isDated) return null
  const isAsking = buttons.some((button) => words.accept.isWhole(button))
  const isNamed = titles.some((title) => title.length < 80 && words.consent.within.test(title))
  const isAll =
    weight < 100
      ? visible.length < 4000 && words.consent.within.test(visible)
      : shareSaying(text) > 0.5 && visible.length < visibleLength
  const isShort = weight < 250 || shareSaying(text) > 0.3
  if (!(isNamed && isShort && (isAsking || weight < 700)) && !(isAll && isAsking)) return null
  return { kind: 'consent-wall', why: 'The page asks for consent to cookies before it shows anything else.' }
}

/** How much of the text stands in paragraphs that speak of the reader's consent. */
function shareSaying(text: string): number {
  const paragraphs = text.split('\n\n')
  const saying = paragraphs.filter((paragraph) => words.consent.within.test(paragraph))
  return saying.join('').length / Math.max(1, text.length)
}

function loginWall({ titles, visible, weight, asksPassword, isDated }: PageFace): Wall | null {
  if (isDated || weight >= shortWeight) return null
  const isNamed = titles.some((title) => partsOf(title).some((part) => words.login.isWhole(part)))
  const isAsked = titles.some((title) => title.length < 120 && words.login.within.test(title))
  if (!(isNamed && visible.length < 3000) && !(isAsked && asksPassword && visible.length < 3000)) return null
  return { kind: 'login-wall', why: 'The page asks to log in before it shows anything else.' }
}

/** A page that holds nothing to read until its scripts have run, or null. */
export function nameShell({ visible, withoutScripts, weight, hasScripts, titles }: PageFace): Wall | null {
  if (weight >= 200 || visible.length > 1500) return null
  const isSaid = words.needsScript.within.test(visible) || words.needsScript.within.test(withoutScripts)
  if (isSaid) return { kind: 'empty', why: 'The page shows its text only to browsers that run its scripts.' }
  return hasScripts && weight === 0 && visible.length < 40 && titles.some((title) => title !== '')
    ? { kind: 'empty', why: 'Scripts draw this page: what was served holds no text.' }
    : null
}
