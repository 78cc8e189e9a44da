import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 80 bits in groups that a person can copy from a log: `k3fw-9tq2-…`. */
export function createSetupCode(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789x'
  const letters = [...randomBytes(16)].map((byte) => alphabet[byte % 32] ?? 'x').join('')
  return letters.replace(/.{4}(?=.)/g, '$&-')
}

/** In a time that tells nothing of the code; spaces around it do not matter. */
export function isSetupCode(given: string, code: string): boolean {
  return timingSafeEqual(digest(given.trim().toLowerCase()), digest(code))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
