import type { Page, SearchHit } from '../../archive/archive.ts'
import { excerpt, highlight } from '../../language/highlight.ts'
import type { SearchQuery } from '../../model/search-query.ts'
import { SearchForm } from '../../web/forms/search-form.tsx'
import type { Html } from '../../web/html.ts'
import { languageName } from '../../web/i18n/language-name.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { textLanguage } from '../latest/latest-line.tsx'
import { Marked } from './marked.tsx'
import { QueryHelp } from './query-help.tsx'

export interface Search {
  /** As it was typed. */
  readonly asked: string
  readonly found: { readonly query: SearchQuery; readonly page: Page<SearchHit> } | null
  /** What is wrong with the query, for the one who typed it. */
  readonly problem: string | null
}

const excerptChars = 280

export function SearchPage({ view, search }: { readonly view: View; readonly search: Search }): Html {
  const { t } = view
  const { asked, found, problem } = search
  const title = asked === '' ? t('search.title') : `${asked} – ${t('search.title')}`
  return (
    <DeskPage view={view} title={title} place="search" class="column">
      <div class="head">
        <h1>{t('search.title')}</h1>
        <SearchForm
          view={view}
          action="/search"
          name="q"
          label={t('search.label')}
          problem={problem}
          asked={asked}
        />
        <details class="how" open={asked === ''}>
          <summary>{t('search.how')}</summary>
          <QueryHelp view={view} />
        </details>
        <p>
          <a href="/statements">{t('statements.lead')}</a>
        </p>
      </div>
      {found !== null && <Found view={view} asked={asked} {...found} />}
    </DeskPage>
  )
}

function Found(props: {
  readonly view: View
  readonly asked: string
  readonly query: SearchQuery
  readonly page: Page<SearchHit>
}): Html {
  const { view, query, page } = props
  const { t } = view
  if (page.items.length === 0) return <p class="empty">{t('search.nothing')}</p>
  return (
    <>
      <ol class="hits">
        {page.items.map((hit) => (
          <Hit view={view} query={query} hit={hit} />
        ))}
      </ol>
      {page.next !== null && (
        <nav class="pager" aria-label={t('page.pages')}>
          <a href={`/search?${new URLSearchParams({ q: props.asked, cursor: page.next })}`} rel="next">
            {t('search.more')}
          </a>
        </nav>
      )}
    </>
  )
}

function Hit(props: { readonly view: View; readonly query: SearchQuery; readonly hit: SearchHit }): Html {
  const { view, query } = props
  const { line, body } = props.hit
  const { headline, language } = line
  return (
    <li class="hit">
      <a class="headline" href={`/articles/${line.id}`} {...textLanguage(line)} data-line>
        <Marked text={headline} marks={highlight(headline, language, query, 'headline')} />
      </a>
      <p class="excerpt" {...textLanguage(line)}>
        <Marked {...excerpt(body, language, query, excerptChars)} />
      </p>
      <p class="from">
        <time datetime={new Date(line.at).toISOString()}>{view.times.full(line.at)}</time>
        <span>{line.outlet.name}</span>
        {language !== 'und' && <span>{languageName(language, view.locale)}</span>}
      </p>
    </li>
  )
}
