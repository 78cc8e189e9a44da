import type { NameLine } from '../../archive/archive.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { kindLabels } from './kind-labels.ts'

/** Names with how many articles name each. */
export function NameLines(props: {
  readonly view: View
  readonly names: readonly NameLine[]
  readonly withKind?: boolean
}): Html {
  const { t } = props.view
  return (
    <ol class="name-lines">
      {props.names.map(({ id, kind, name, articles }) => (
        <li>
          <a href={`/names/${id}`} data-line>
            {name}
          </a>{' '}
          <small>
            {props.withKind === true && `${t(kindLabels[kind])}, `}
            {t('sources.articles', { count: articles })}
          </small>
        </li>
      ))}
    </ol>
  )
}
