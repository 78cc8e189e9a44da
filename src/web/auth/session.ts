import { createHash, randomBytes } from 'node:crypto'
import type { EpochMs } from '../../model/time.ts'

export type Role = 'reader' | 'writer' | 'editor' | 'admin'

export interface Account {
  readonly id: number
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
}

/** Where sessions are kept: the part of the archive that signing in needs. */
export interface SessionStore {
  byName(name: string): Promise<Account | null>
  openSession(session: {
    readonly tokenHash: string
    readonly userId: number
    readonly expiresAt: EpochMs
  }): Promise<void>
  session(
    tokenHash: string,
    now: EpochMs,
  ): Promise<{ readonly user: Account; readonly expiresAt: EpochMs } | null>
  closeSession(tokenHash: string): Promise<void>
}

const sessionMs = 14 * 24 * 60 * 60_000

/** The token goes to the browser; only its hash is kept, so that the database opens no door. */
export async function openSession(
  store: SessionStore,
  userId: number,
  now: EpochMs,
  lastsMs: number = sessionMs,
): Promise<{ readonly token: string; readonly expiresAt: EpochMs }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now + lastsMs
  await store.openSession({ tokenHash: tokenHash(token), userId, expiresAt })
  return { token, expiresAt }
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
