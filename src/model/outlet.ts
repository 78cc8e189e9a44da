import type { LanguageTag } from './language-tag.ts'

export type OutletId = number

/** A publisher: a registrable domain ('example.kz') or a channel ('t.me/name', 'mastodon.example/@name'). */
export interface Outlet {
  readonly id: OutletId
  /** The registrable domain or channel: what makes it this outlet and no other. */
  readonly key: string
  readonly name: string
  /** The language it mostly writes in, or null while unknown. */
  readonly language: LanguageTag | null
  /** ISO 3166-1 alpha-2, or null while unknown. */
  readonly country: string | null
  /** The IANA time zone that its times without one are told in, where an editor has said it. */
  readonly zone: string | null
}

export type NewOutlet = Omit<Outlet, 'id' | 'zone'>
