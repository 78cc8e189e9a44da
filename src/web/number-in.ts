import { Problem } from '../model/problem.ts'

/** The positive whole number that a path names, else Problem 'web/not-found': there is no such page. */
export function numberIn(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  const given = text.slice(0, 40)
  throw new Problem('web/not-found', `“${given}” is not the number of anything here.`, {
    detail: 'number',
    values: { given },
  })
}
