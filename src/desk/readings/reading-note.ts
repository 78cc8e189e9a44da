import type { Reading } from '../../model/article.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

type NamedKind = Exclude<Reading['kind'], 'article'>

/** Why a page was read as something else than a plain article: a sentence in the language of who looks at it. */
export function readingNote(kind: NamedKind, { t }: Pick<View, 't'>): string {
  return t(notes[kind])
}

const notes: Readonly<Record<NamedKind, MessageKey>> = {
  'live-blog': 'reading.live-blog',
  gallery: 'reading.gallery',
  video: 'reading.video',
  'paywall-stub': 'reading.paywall-stub',
  section: 'reading.section',
  'consent-wall': 'reading.consent-wall',
  'login-wall': 'reading.login-wall',
  'bot-check': 'reading.bot-check',
  'error-page': 'reading.error-page',
  empty: 'reading.empty',
}
