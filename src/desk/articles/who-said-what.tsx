import type { FiledStatement } from '../../archive/archive.ts'
import type { ArticleId } from '../../model/article.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { textLanguage } from '../latest/latest-line.tsx'
import { StatementFacts } from '../statements/statement-facts.tsx'
import { statementText } from '../statements/statement-text.ts'
import { type ArticleState, articleAddress } from './article-state.ts'
import { bySpeaker, type Speaker } from './by-speaker.ts'
import { statementAnchor } from './text-marks.ts'

/** The statements of an article by speaker, each leading to its place in the text. */
export function WhoSaidWhat(props: {
  readonly view: View
  readonly id: ArticleId
  readonly statements: readonly FiledStatement[]
  readonly state: ArticleState
}): Html | null {
  const { view, id, statements, state } = props
  const { t } = view
  const thoughts = statements.filter(({ act }) => act === 'thinks').length
  const shown = state.thoughts ? statements : statements.filter(({ act }) => act === 'says')
  if (statements.length === 0) return null
  return (
    <section aria-labelledby="said">
      <h2 id="said">{t('statements.who-said-what')}</h2>
      {shown.length === 0 && <p class="hint">{t('statements.nobody')}</p>}
      {shown.length > 0 && (
        <ol class="speakers">
          {bySpeaker(shown).map((speaker) => (
            <SpeakerView view={view} speaker={speaker} to={place(id, state)} />
          ))}
        </ol>
      )}
      {thoughts > 0 && (
        <p class="more">
          <a href={`${articleAddress(id, { ...state, thoughts: !state.thoughts })}#said`}>
            {t(state.thoughts ? 'statements.hide-thoughts' : 'statements.show-thoughts', {
              count: thoughts,
            })}
          </a>
        </p>
      )}
    </section>
  )
}

/** On this page where the marks are shown, else on the page with them. */
function place(id: ArticleId, state: ArticleState): string {
  return state.marks ? '' : articleAddress(id, { ...state, marks: true })
}

function SpeakerView(props: { readonly view: View; readonly speaker: Speaker; readonly to: string }): Html {
  const { view, speaker, to } = props
  return (
    <li>
      <p class="speaker">
        {speaker.name === null ? (
          speaker.words === '' ? (
            view.t('statements.no-speaker')
          ) : (
            <q {...languageOf(speaker)}>{speaker.words}</q>
          )
        ) : (
          <a href={`/names/${speaker.name.id}`}>{speaker.name.name}</a>
        )}
      </p>
      <ol>
        {speaker.statements.map((statement) => (
          <li>
            <a href={`${to}#${statementAnchor(statement.ordinal)}`} {...textLanguage(statement.article)}>
              {statementText(statement, shortText)}
            </a>{' '}
            <StatementFacts view={view} statement={statement} />
          </li>
        ))}
      </ol>
    </li>
  )
}

const shortText = 160

function languageOf({ statements: [first] }: Speaker): { readonly lang?: string } {
  return first === undefined ? {} : textLanguage(first.article)
}
