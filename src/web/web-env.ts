import type { IncomingMessage } from 'node:http'
import type { Role } from './auth/session.ts'
import type { View } from './view.ts'

/** What a request carries through our handlers. */
export interface WebEnv {
  Bindings: ServerBindings
  Variables: {
    view: View
    /** What the form token is derived from: the session's token, or for a visitor a cookie of their own. */
    formSecret: string
    sessionToken: string | null
    user: { readonly id: number; readonly name: string; readonly role: Role } | null
    /** Set by a page whose reader asked to load pictures from elsewhere. */
    outsideImages: boolean
  }
}

/** What `serve` hands on; all missing where an app is asked without a server. */
export interface ServerBindings {
  readonly incoming?: IncomingMessage
  /** Aborted when the server closes: open streams end then. */
  readonly closing?: AbortSignal
}
