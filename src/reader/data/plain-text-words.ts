import { readFileSync } from 'node:fs'

/** What stands around articles in text copied from pages and messengers: plain-text-words.json. */
const table = JSON.parse(
  readFileSync(new URL('./plain-text-words.json', import.meta.url), 'utf8'),
) as Readonly<Record<'forwarded' | 'counters' | 'countersBefore' | 'channelTail', readonly string[]>>

const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')

const forwarded = new RegExp(`^[^\\p{L}]{0,6}(?:${anyOf(table.forwarded)})\\s*(.{1,80})$`, 'iu')
const counter = new RegExp(
  `^\\W*(?:[\\d\\s.,]{1,12}[kмтк]?\\s*(?:${anyOf(table.counters)})|(?:${anyOf(table.countersBefore)})\\s*:?\\s*[\\d\\s.,]{1,12}\\D{0,8})\\W*$`,
  'iu',
)
const tail = new RegExp(`(?<![\\p{L}])(?:${anyOf(table.channelTail)})(?![\\p{L}])`, 'iu')

/** Whose message it says it is: 'Forwarded from Valley Post'; null for any other line. */
export function forwardedFrom(line: string): string | null {
  return (
    forwarded
      .exec(line)?.[1]
      ?.replace(/\s*[[(]?@?\w*[\])]?$/u, '')
      .trim() || null
  )
}

/** '1 204 views', 'Комментарии: 3', '2 хв читання'. */
export function isCounter(line: string): boolean {
  return line.length < 60 && counter.test(line)
}

/** What channels set below each post: '👉 Subscribe | Send us news', '@valley_post', an address alone. */
export function isChannelTail(line: string): boolean {
  if (line.length > 140) return false
  if (
    /^\W*(?:@\w{3,}|(?:https?:\/\/|t\.me\/)\S+)(?:[\s|·•,]+(?:@\w{3,}|(?:https?:\/\/|t\.me\/)\S+))*\W*$/iu.test(
      line,
    )
  )
    return true
  if (/^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u.test(line)) return true
  return tail.test(line) && !/[.!?…]\s+\p{Lu}/u.test(line) && !/[\p{L}]{3,}.*[.…]$/u.test(line)
}
