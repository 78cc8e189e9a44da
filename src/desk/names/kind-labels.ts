import type { NameKind } from '../../model/marks.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'

/** What a Name is, in a word, in the order of lists. */
export const kindLabels: Readonly<Record<NameKind, MessageKey>> = {
  person: 'names.person',
  organisation: 'names.organisation',
  place: 'names.place',
  product: 'names.product',
  event: 'names.event',
}
