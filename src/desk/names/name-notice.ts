import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

const notices: Readonly<Record<string, MessageKey>> = {
  rename: 'names.done-rename',
  merge: 'names.done-merge',
  split: 'names.done-split',
  undo: 'names.done-undo',
}

/** What was decided just before, carried over the redirect as a word. */
export function nameNotice(done: string | undefined, { t }: View): string | null {
  const key = notices[done ?? '']
  return key === undefined ? null : t(key)
}
