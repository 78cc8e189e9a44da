import type { EpochMs } from './time.ts'

export type CaptureId = number

/** The bytes fetched from one address at one time. */
export interface Capture {
  /** The address asked for. */
  readonly address: string
  /** Where redirects led: the base of the page's relative links. */
  readonly finalAddress: string
  readonly fetchedAt: EpochMs
  readonly status: number
  /** Names in lower case; repeated headers joined with ', '. */
  readonly headers: Readonly<Record<string, string>>
  /** Content decoding (gzip, br, zstd, deflate) is done; character decoding is not. */
  readonly bytes: Uint8Array
  /** SHA-256 of `bytes`, lower-case hex. */
  readonly sha256: string
}
