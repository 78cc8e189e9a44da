import type { NameKind } from './marks.ts'

export type NameId = number

/** The person, organisation or place that mentions in any number of articles name, in any case form, script or language. */
export interface Name {
  readonly id: NameId
  readonly kind: NameKind
  /** As an editor spelt it, or the fullest form found. */
  readonly name: string
}

/** What a key has of the family name; the whole key where it has no parts (see `TextName.key`). */
export function familyOf(key: string): string {
  return key.split('|', 1)[0] ?? key
}

/** Whether a person's key has no more than a family name. */
export function isFamilyOnly(key: string): boolean {
  return key.endsWith('|')
}
