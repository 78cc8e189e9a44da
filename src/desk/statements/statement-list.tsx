import type { FiledStatement } from '../../archive/archive.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { textLanguage } from '../latest/latest-line.tsx'
import type { FoldedStatement } from './folded-statements.ts'
import { statementAddress } from './statement-address.ts'
import { StatementFacts } from './statement-facts.tsx'
import { statementText } from './statement-text.ts'

/** One speaker's statements: each with who carried it first, and who repeats it behind a fold. */
export function StatementList(props: {
  readonly view: View
  readonly statements: readonly FoldedStatement[]
}): Html {
  const { view } = props
  return (
    <ol class="statements">
      {props.statements.map(({ first, others }) => (
        <li>
          <p class="quote" {...textLanguage(first.article)}>
            <a href={statementAddress(first)} data-line>
              {statementText(first, longestText)}
            </a>
          </p>
          <Carried view={view} statement={first} isFirst={others.length > 0} />
          {others.length > 0 && <Others view={view} others={others} />}
        </li>
      ))}
    </ol>
  )
}

const longestText = 600

function Carried(props: {
  readonly view: View
  readonly statement: FiledStatement
  readonly isFirst: boolean
}): Html {
  const { view, statement, isFirst } = props
  const { article } = statement
  return (
    <p class="from">
      <time datetime={new Date(article.at).toISOString()}>{view.times.full(article.at)}</time>
      <span>
        {isFirst && <>{view.t('statements.first')} </>}
        <a href={`/outlets/${article.outlet.id}`}>{article.outlet.name}</a>
      </span>
      <StatementFacts view={view} statement={statement} />
    </p>
  )
}

function Others(props: { readonly view: View; readonly others: readonly FiledStatement[] }): Html {
  const { view, others } = props
  return (
    <details>
      <summary>{view.t('statements.others', { count: others.length })}</summary>
      <ul>
        {others.map((other) => (
          <li>
            <time datetime={new Date(other.article.at).toISOString()}>
              {view.times.short(other.article.at)}
            </time>{' '}
            {other.article.outlet.name}:{' '}
            <a href={statementAddress(other)} {...textLanguage(other.article)}>
              {statementText(other, otherText)}
            </a>{' '}
            <StatementFacts view={view} statement={other} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const otherText = 200
