import type { FiledArticle } from '../../archive/archive.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'

/** Every state that the outlet had this article in, newest first, each leading to what changed. */
export function RevisionList(props: {
  readonly view: View
  readonly filed: FiledArticle
  readonly shown?: number
}): Html {
  const { view, filed, shown } = props
  const { line, revisions, gone } = filed
  const { t, times } = view
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">{t('article.revisions')}</h2>
      {revisions.length === 1 && gone === null && <p class="hint">{t('article.never-changed')}</p>}
      {revisions.length > 1 && (
        <ol class="revisions" reversed>
          {revisions.toReversed().map(({ number, seenAt, headline }) => (
            <li>
              <a
                href={`/articles/${line.id}/revisions/${number}`}
                {...(number === shown ? { 'aria-current': 'page' as const } : {})}
              >
                {number === 1 ? t('article.first-filed') : t('article.revision', { number })}
              </a>{' '}
              <time datetime={new Date(seenAt).toISOString()}>{times.short(seenAt)}</time>
              <small>{headline}</small>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
