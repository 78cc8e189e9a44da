import { zoneNames } from '../data/zone-names.ts'
import type { MomentParts } from './make-moment.ts'

type Clock = Pick<MomentParts, 'hour' | 'minute' | 'second' | 'zone'>

const halves = 'a\\.?m\\.?|p\\.?m\\.?|πμ|μμ|π\\.μ\\.|μ\\.μ\\.|ص|م|صباحا|مساء|ptg|pg|أصيل'
const clock = new RegExp(
  `(?:(午前|午後|上午|下午|凌晨|晚上|오전|오후|am|pm)\\s*)?(?<![\\d.])(\\d{1,2})(?:\\s?[h時时点]\\s?|\\s?시\\s?|[:.])(\\d{2})(?!\\d|\\.\\d)(?::(\\d{2})(?!\\d))?(?:분|分)?\\s*(?:(${halves})(?![\\p{L}]))?`,
  'iu',
)
const zone =
  /^[\s,(]*(?:(?:utc|gmt)\s*([+−–-]\d{1,2}(?::?\d{2})?)|([+-]\d{2}:?\d{2})(?!\d)|(z|utc|gmt)(?![\p{L}])|(\p{Lu}{2,4})(?![\p{L}\d]))/iu

/** The first clock in a text, with the zone behind it; null when there is none. */
export function clockIn(text: string): Clock | null {
  const found = clock.exec(text)
  if (found === null || Number(found[2]) > 24) return null
  const [whole, before = '', hour, minute, second, after = ''] = found
  return {
    hour: String(hourOf(Number(hour), before + after)),
    minute,
    second,
    zone: zoneIn(text.slice(found.index + whole.length)),
  }
}

function hourOf(hour: number, half: string): number {
  const folded = half.toLowerCase().replaceAll('.', '')
  if (/^(?:pm|μμ|م|مساء|ptg|午後|下午|晚上|오후)$/.test(folded)) return (hour % 12) + 12
  return folded === '' ? hour : hour % 12
}

function zoneIn(rest: string): string | undefined {
  const [, offset, bare, zulu, name] = zone.exec(rest) ?? []
  return offset ?? bare ?? zulu ?? zoneNames.get(name?.toUpperCase() ?? '')
}
