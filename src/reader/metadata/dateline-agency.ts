import { agencyNamed } from '../data/agencies.ts'
import { elementsOf, type Page } from '../parse/page-node.ts'
import { textWithin } from './page-data.ts'

/** 'BRINDLE, Nov 3 (Reuters) -', 'БРИНДЛ, 3 ноября. /ТАСС/.' */
const inBrackets = /^.{0,90}?[(/[]\s*([^()/[\]]{2,40}?)\s*[)/\]]\s*(?:[-–—.:]|$)/su
/** 'Бриндл. 3 ноября. Интерфакс -', 'BRINDLE, November 3 – Ukrinform.' */
const behindPlace =
  /^[^\n]{2,70}?(?:[.,]\s|\s[-–—]\s)([\p{L}\p{M}-]{3,24}(?: [\p{L}\p{M}-]{3,24})?)\s*(?:\s[-–—]\s|[:：]|\.\s|$)/u
/** All of a last line: '(dpa)', '© AFP'. */
const alone = /^[(/[©\s]*([^()/[\]]{2,30}?)[)/\]\s.]*$/u

/** The agency that the text names in its dateline or signs with; null when it names none. */
export function datelineAgency(page: Page, heading: number): string | null {
  let paragraphs = 0
  for (const node of elementsOf(page, 'p')) {
    if (node.index < heading) continue
    const text = textWithin(page, node, 200)
    if (text.length < 40) {
      const signed = paragraphs > 0 ? (alone.exec(text)?.[1] ?? '') : ''
      // A line of its own may be anything, a short word in it an abbreviation.
      const found = /^[(/[©]/.test(text.trim()) ? agencyNamed(signed) : null
      if (found !== null) return found
    } else {
      if (paragraphs < 2) {
        const found =
          agencyNamed(inBrackets.exec(text)?.[1] ?? '') ?? agencyNamed(behindPlace.exec(text)?.[1] ?? '')
        if (found !== null) return found
      }
      paragraphs++
    }
  }
  return null
}
