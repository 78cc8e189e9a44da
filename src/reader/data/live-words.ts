import { readFileSync } from 'node:fs'

/** What live blogs are called: live-words.json. */
const words = JSON.parse(
  readFileSync(new URL('./live-words.json', import.meta.url), 'utf8'),
) as readonly string[]

const live = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${words.join('|').replaceAll(' ', '[\\s-]')})(?![\\p{L}\\p{N}])`,
  'iu',
)

/** Whether a headline, a section or a path calls the page a live blog. */
export function isLiveName(text: string): boolean {
  return live.test(text.slice(0, 400))
}
