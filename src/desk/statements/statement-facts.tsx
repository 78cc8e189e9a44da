import type { FiledStatement } from '../../archive/archive.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'

/** How a statement is told: in the speaker's words or in others', said or thought, and whom the article has it from. */
export function StatementFacts(props: { readonly view: View; readonly statement: FiledStatement }): Html {
  const { t } = props.view
  const { manner, act, credit, name } = props.statement
  const facts = [
    t(manner === 'direct' ? 'statements.direct' : 'statements.reported'),
    ...(act === 'thinks' ? [t('statements.thinks')] : []),
    // Of one who is the source as well («по словам …») it says nothing new.
    ...(credit === null || credit.sourceName === name?.name
      ? []
      : [t('statements.via', { source: credit.sourceName })]),
  ]
  return <small>{facts.join(' · ')}</small>
}
