import { readFileSync } from 'node:fs'
import { fingerprint } from '../fingerprint.ts'

/** Whether the shipped weights were trained on this text, so that no figure over it says anything. */
export function isTrainedOn(text: string): boolean {
  return trained.has(fingerprint(text))
}

const trained: ReadonlySet<string> = new Set(
  JSON.parse(readFileSync(new URL('./trained-on.json', import.meta.url), 'utf8')) as readonly string[],
)
