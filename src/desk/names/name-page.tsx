import type {
  ArticleLine,
  FiledEncounter,
  NameLine,
  NameRecord,
  Page,
  Written,
} from '../../archive/archive.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { Fact } from '../articles/provenance.tsx'
import { DeskPage } from '../desk-page.tsx'
import { textLanguage } from '../latest/latest-line.tsx'
import { mayEdit } from '../sources/may-edit.ts'
import type { FoldedStatement } from '../statements/folded-statements.ts'
import { StatementList } from '../statements/statement-list.tsx'
import { EncounterList } from './encounter-list.tsx'
import { kindLabels } from './kind-labels.ts'
import { NameDecisions } from './name-decisions.tsx'
import { NameLines } from './name-lines.tsx'

export interface NameShown {
  readonly record: NameRecord
  readonly statements: Page<FoldedStatement>
  readonly thoughts: boolean
  readonly encounters: Page<FiledEncounter>
  readonly articles: Page<ArticleLine>
  /** What was typed to merge it into, and the Names found by that. */
  readonly into: { readonly asked: string; readonly found: readonly NameLine[] }
  readonly notice: string | null
}

/** All that the archive knows of one person, organisation or place. */
export function NamePage({ view, shown }: { readonly view: View; readonly shown: NameShown }): Html {
  const { name, articles } = shown.record
  const { t } = view
  return (
    <DeskPage view={view} title={name.name} place="names" class="article name">
      <div class="name-main">
        <p class="over">
          <a href="/names">← {t('names.title')}</a>
          <span class="tag">{t(kindLabels[name.kind])}</span>
          <span>{t('sources.articles', { count: articles })}</span>
        </p>
        <h1>{name.name}</h1>
        {shown.notice !== null && (
          <p class="notice" role="status">
            {shown.notice}
          </p>
        )}
        <Statements view={view} shown={shown} />
        <Encounters view={view} shown={shown} />
        <Articles view={view} shown={shown} />
      </div>
      <aside class="beside">
        <Forms view={view} record={shown.record} />
        <Companions view={view} names={shown.record.companions} />
        {mayEdit(view) && <NameDecisions view={view} record={shown.record} into={shown.into} />}
      </aside>
    </DeskPage>
  )
}

function Statements({ view, shown }: { readonly view: View; readonly shown: NameShown }): Html {
  const { t } = view
  const { statements, thoughts } = shown
  const { id } = shown.record.name
  const kept = thoughts ? '&thoughts=shown' : ''
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{t('statements.title')}</h2>
      {statements.items.length === 0 && <p class="hint">{t('statements.none')}</p>}
      <StatementList view={view} statements={statements.items} />
      <p class="row links">
        {statements.next !== null && (
          <a href={`/names/${id}?statements=${statements.next}${kept}#statements`} rel="next">
            {t('names.earlier-statements')}
          </a>
        )}
        <a href={`/names/${id}${thoughts ? '' : '?thoughts=shown'}#statements`}>
          {t(thoughts ? 'statements.without-thoughts' : 'statements.with-thoughts')}
        </a>
        {statements.items.length > 0 && (
          <>
            <a href={`/names/${id}/statements.csv`}>{t('statements.as-csv')}</a>
            <a href={`/names/${id}/statements.json`}>{t('statements.as-json')}</a>
          </>
        )}
      </p>
    </section>
  )
}

function Encounters({ view, shown }: { readonly view: View; readonly shown: NameShown }): Html | null {
  const { encounters, record } = shown
  if (encounters.items.length === 0) return null
  return (
    <section aria-labelledby="encounters">
      <h2 id="encounters">{view.t('names.encounters')}</h2>
      <EncounterList view={view} self={record.name} encounters={encounters.items} />
      {encounters.next !== null && (
        <p>
          <a href={`/names/${record.name.id}?encounters=${encounters.next}#encounters`} rel="next">
            {view.t('names.earlier-encounters')}
          </a>
        </p>
      )}
    </section>
  )
}

function Articles({ view, shown }: { readonly view: View; readonly shown: NameShown }): Html {
  const { articles, record } = shown
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">{view.t('names.articles')}</h2>
      <ul class="plain dated">
        {articles.items.map((line) => (
          <li>
            <time datetime={new Date(line.at).toISOString()}>{view.times.short(line.at)}</time>
            <span>
              <a href={`/articles/${line.id}`} {...textLanguage(line)} data-line>
                {line.headline}
              </a>{' '}
              <small>{line.outlet.name}</small>
            </span>
          </li>
        ))}
      </ul>
      {articles.next !== null && (
        <p>
          <a href={`/names/${record.name.id}?articles=${articles.next}#articles`} rel="next">
            {view.t('names.earlier-articles')}
          </a>
        </p>
      )}
    </section>
  )
}

/** How articles write it, and as what. */
function Forms({ view, record }: { readonly view: View; readonly record: NameRecord }): Html {
  const { t } = view
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">{t('names.forms')}</h2>
      <dl class="facts">
        <Fact label={t('names.written')}>
          <Tally written={record.aliases} />
        </Fact>
        {record.offices.length > 0 && (
          <Fact label={t('names.offices')}>
            <Tally written={record.offices} />
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Tally({ written }: { readonly written: readonly Written[] }): Html {
  return (
    <ul class="tally">
      {written.slice(0, formsShown).map(({ text, articles }) => (
        <li>
          {text} <small>{articles}</small>
        </li>
      ))}
    </ul>
  )
}

const formsShown = 12

function Companions({
  view,
  names,
}: {
  readonly view: View
  readonly names: readonly NameLine[]
}): Html | null {
  if (names.length === 0) return null
  return (
    <section aria-labelledby="companions">
      <h2 id="companions">{view.t('names.companions')}</h2>
      <NameLines view={view} names={names} />
    </section>
  )
}
