import type { FiledMarks } from '../../archive/archive.ts'
import type { ArticleId } from '../../model/article.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { kindLabels } from '../names/kind-labels.ts'
import { mayEdit } from '../sources/may-edit.ts'

/** Whom and what the article names; an editor can say of each that it is somebody else. */
export function NamedHere(props: {
  readonly view: View
  readonly id: ArticleId
  readonly filed: FiledMarks
}): Html | null {
  const { view, id, filed } = props
  const { t } = view
  if (filed.names.length === 0) return null
  return (
    <section aria-labelledby="named">
      <h2 id="named">{t('article.named')}</h2>
      <ul class="names-here">
        {filed.names.map((name, ordinal) => (
          <li>
            <a href={`/names/${name.id}`}>{name.name}</a> <small>{t(kindLabels[name.kind])}</small>
            {mayEdit(view) && (
              <>
                {' '}
                <a class="quiet" href={`/articles/${id}/names/${ordinal}`}>
                  <span aria-hidden="true">✎</span>
                  <span class="unseen">{t('names.somebody-else', { name: name.name })}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
