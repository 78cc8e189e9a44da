import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A token for the forms of one browser, derived from the secret in its cookie: nothing to keep, nothing to expire
 * apart from the session. Each page masks it anew, so that compression tells nothing of it (BREACH).
 */
export function formToken(cookieSecret: string): string {
  const token = tokenOf(cookieSecret)
  const mask = randomBytes(token.length)
  return Buffer.concat([mask, xor(mask, token)]).toString('base64url')
}

export function isFormToken(given: string, cookieSecret: string): boolean {
  const bytes = Buffer.from(given, 'base64url')
  const token = tokenOf(cookieSecret)
  if (bytes.length !== token.length * 2) return false
  const mask = bytes.subarray(0, token.length)
  return timingSafeEqual(xor(mask, bytes.subarray(token.length)), token)
}

function tokenOf(cookieSecret: string): Buffer {
  return createHash('sha256').update(`form ${cookieSecret}`).digest()
}

function xor(one: Uint8Array, other: Uint8Array): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))
}
