import type { FiledArticle, GoneHow } from '../../archive/archive.ts'
import type { Html } from '../../web/html.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

/** What the outlet did to its article besides rewriting it, and when that was seen. */
export function GoneNotice(props: {
  readonly view: View
  readonly filed: FiledArticle
  readonly gone: NonNullable<FiledArticle['gone']>
}): Html {
  const { gone } = props
  const { line, revisions } = props.filed
  const { t, times } = props.view
  const before = revisions.length - 1
  return (
    <p class="note gone" lang={props.view.locale}>
      <strong>{t(goneTitles[gone.how])}</strong>{' '}
      <time datetime={new Date(gone.since).toISOString()}>{times.full(gone.since)}</time>
      {': '}
      {t(sentences[gone.how])}{' '}
      {gone.how === 'cut' && before > 0 && (
        <a href={`/articles/${line.id}/revisions/${before}`}>{t('article.text-before')}</a>
      )}
    </p>
  )
}

/** In a word, also where a line of it stands. */
export const goneTitles: Readonly<Record<GoneHow, MessageKey>> = {
  missing: 'article.gone-missing',
  emptied: 'article.gone-emptied',
  replaced: 'article.gone-replaced',
  cut: 'article.gone-cut',
}

const sentences: Readonly<Record<GoneHow, MessageKey>> = {
  missing: 'article.gone-missing-long',
  emptied: 'article.gone-emptied-long',
  replaced: 'article.gone-replaced-long',
  cut: 'article.gone-cut-long',
}
