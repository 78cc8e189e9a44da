import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet: argon2id (the package's default) with 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** NIST SP 800-63B: length is what counts. In UTF-16 units. */
export const shortestPassword = 8

/** A PHC string with its own salt. Takes some 30 ms of a thread that is not the event loop's. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFKC'), cost)
}

/** With `passwordHash` null (no such user) it takes as long and answers false, so that time tells nobody who exists. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  const given = password.normalize('NFKC')
  if (passwordHash !== null) return await verify(passwordHash, given)
  nobodysHash ??= hashPassword('nobody has this password')
  await verify(await nobodysHash, given)
  return false
}

let nobodysHash: Promise<string> | undefined
