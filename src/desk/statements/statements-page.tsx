import type { NameLine, Page } from '../../archive/archive.ts'
import { SearchForm } from '../../web/forms/search-form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { kindLabels } from '../names/kind-labels.ts'
import type { FoldedStatement } from './folded-statements.ts'
import { StatementList } from './statement-list.tsx'

export interface StatementsShown {
  /** As it was typed. */
  readonly asked: string
  readonly found: readonly NameLine[]
  readonly speaker: NameLine | null
  readonly statements: Page<FoldedStatement>
  readonly thoughts: boolean
}

/** What a speaker said, across all articles, repeated statements folded. */
export function StatementsPage({
  view,
  shown,
}: {
  readonly view: View
  readonly shown: StatementsShown
}): Html {
  const { t } = view
  const { asked, found, speaker } = shown
  const title = asked === '' ? t('statements.title') : `${asked} – ${t('statements.title')}`
  return (
    <DeskPage view={view} title={title} place="search" class="column">
      <div class="head">
        <h1>{t('statements.title')}</h1>
        <SearchForm
          view={view}
          action="/statements"
          name="speaker"
          label={t('statements.label')}
          hint={t('names.hint')}
          asked={asked}
        />
        {found.length > 1 && <Speakers view={view} shown={shown} />}
      </div>
      {asked !== '' && speaker === null && <p class="empty">{t('names.nothing')}</p>}
      {speaker !== null && <Said view={view} shown={shown} speaker={speaker} />}
    </DeskPage>
  )
}

/** Everybody who goes by what was typed. */
function Speakers({ view, shown }: { readonly view: View; readonly shown: StatementsShown }): Html {
  return (
    <nav aria-label={view.t('statements.speakers')}>
      <ul class="chips">
        {shown.found.map(({ id, name, kind }) => (
          <li>
            <a
              href={address({ ...shown, speaker: { id } })}
              title={view.t(kindLabels[kind])}
              {...(id === shown.speaker?.id ? { 'aria-current': 'true' as const } : {})}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Said(props: {
  readonly view: View
  readonly shown: StatementsShown
  readonly speaker: NameLine
}): Html {
  const { view, shown, speaker } = props
  const { statements, thoughts } = shown
  const { t } = view
  return (
    <section aria-labelledby="speaker" class="said-by">
      <h2 id="speaker">
        <a href={`/names/${speaker.id}`}>{speaker.name}</a>
      </h2>
      <p class="row links">
        <a href={address({ ...shown, thoughts: !thoughts })}>
          {t(thoughts ? 'statements.without-thoughts' : 'statements.with-thoughts')}
        </a>
        {statements.items.length > 0 && (
          <>
            <a href={address(shown, { file: '.csv' })}>{t('statements.as-csv')}</a>
            <a href={address(shown, { file: '.json' })}>{t('statements.as-json')}</a>
          </>
        )}
      </p>
      {statements.items.length === 0 && <p class="hint">{t('statements.none')}</p>}
      <StatementList view={view} statements={statements.items} />
      {statements.next !== null && (
        <nav class="pager" aria-label={t('page.pages')}>
          <a href={address(shown, { cursor: statements.next })} rel="next">
            {t('names.earlier-statements')}
          </a>
        </nav>
      )}
    </section>
  )
}

function address(
  {
    asked,
    speaker,
    thoughts,
  }: Pick<StatementsShown, 'asked' | 'thoughts'> & {
    readonly speaker: Pick<NameLine, 'id'> | null
  },
  more: { readonly file?: '.csv' | '.json'; readonly cursor?: string } = {},
): string {
  const query = new URLSearchParams({
    speaker: asked,
    ...(speaker === null ? {} : { name: String(speaker.id) }),
    ...(thoughts ? { thoughts: 'shown' } : {}),
    ...(more.cursor === undefined ? {} : { cursor: more.cursor }),
  })
  return `/statements${more.file ?? ''}?${query}`
}
