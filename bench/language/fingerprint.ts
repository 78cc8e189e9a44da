import { createHash } from 'node:crypto'

/** What a text is known by where it must not stand itself: in the lists of texts that weights were trained on. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
