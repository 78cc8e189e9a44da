import type { Capture } from '../model/capture.ts'

/** Asks sites for pages, politely: obeys the address guard, robots.txt, each host's gap and back-off, and the limits. */
export interface Fetcher {
  /** Waits for the host's turn. A failure of the world is a Problem `wire/…`; a refusal in HTTP is an answer. */
  fetch(request: FetchRequest): Promise<FetchAnswer>
  /** Hosts that may not be asked right now: within their gap or back-off, or with a request under way. */
  busyHosts(): readonly string[]
  close(): Promise<void>
}

export interface FetchRequest {
  readonly address: string
  readonly purpose: 'source' | 'article' | 'discovery'
  /** Validators of an earlier answer, for a conditional request (RFC 9110 §13). */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** A limit on the decoded body, where it differs from the fetcher's own. */
  readonly maxBytes?: number
  readonly accept?: string
}

/** `movedTo` is where an unbroken chain of permanent redirects (301, 308) led from the asked address, or null. */
export type FetchAnswer =
  | { readonly kind: 'fetched'; readonly capture: Capture; readonly movedTo: string | null }
  | { readonly kind: 'unchanged'; readonly movedTo: string | null }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly retryAfterSeconds: number | null
      readonly movedTo: string | null
      /** The refusal's own (bounded) body, or null when it had none. */
      readonly capture: Capture | null
    }
