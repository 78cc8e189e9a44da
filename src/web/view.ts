import type { EpochMs } from '../model/time.ts'
import type { Role } from './auth/session.ts'
import type { Locale } from './i18n/locale.ts'
import type { Translate } from './i18n/messages.ts'
import type { Times } from './i18n/times.ts'

export type Theme = 'auto' | 'light' | 'dark'

/** What every page needs to know of the one who asks for it. */
export interface View {
  readonly locale: Locale
  readonly t: Translate
  readonly times: Times
  readonly theme: Theme
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly shortcuts: boolean
  readonly now: EpochMs
  /** Path and query of this page, to come back to. */
  readonly path: string
  readonly formToken: string
  readonly user: { readonly id: number; readonly name: string; readonly role: Role } | null
  /** The address of a file that browsers load, by its name. */
  readonly asset: (name: string) => string
}
