import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

/** What was done just before, carried over the redirect as a word and a count, never as text. */
const notices: Readonly<Record<string, MessageKey>> = {
  added: 'notice.added',
  imported: 'notice.imported',
  known: 'notice.known',
  removed: 'notice.removed',
  saved: 'notice.saved',
  asked: 'notice.asked',
  'rules-saved': 'notice.rules-saved',
  resumed: 'notice.resumed',
  dismissed: 'notice.dismissed',
}

export function noticeWords(
  { done, count }: { readonly done: string | undefined; readonly count: string | undefined },
  view: View,
): string | null {
  const key = notices[done ?? '']
  return key === undefined ? null : view.t(key, { count: Number(count ?? 1) || 0 })
}
