import type { ListedSource } from '../../archive/archive.ts'
import { Field, Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { mayEdit } from './may-edit.ts'
import { SourceHealth } from './source-health.tsx'
import { sourceKinds } from './source-kinds.ts'

export interface Sources {
  readonly sources: readonly ListedSource[]
  readonly setAside: number
  /** What was just done, in words, or null. */
  readonly notice: string | null
  readonly problem?: { readonly field: 'address' | 'file'; readonly words: string; readonly value: string }
  readonly seq: number
}

export function SourcesPage({ view, shown }: { readonly view: View; readonly shown: Sources }): Html {
  const { t } = view
  return (
    <DeskPage view={view} title={t('sources.title')} place="sources" class="column">
      <div class="head">
        <h1>{t('sources.title')}</h1>
        {shown.notice !== null && (
          <p class="notice" role="status">
            {shown.notice}
          </p>
        )}
        {mayEdit(view) && <AddSource view={view} shown={shown} />}
      </div>
      {shown.sources.length === 0 ? (
        <p class="empty">{t('sources.empty')}</p>
      ) : (
        <desk-sources data-after={shown.seq}>
          <ul class="sources">
            {shown.sources.map((listed) => (
              <SourceRow view={view} listed={listed} />
            ))}
          </ul>
        </desk-sources>
      )}
      <footer class="foot">
        {mayEdit(view) && <ImportSources view={view} shown={shown} />}
        <p>
          <a href="/sources.opml" download>
            {t('sources.export')}
          </a>
        </p>
        <p>
          <a href="/set-aside">
            {shown.setAside === 0 ? t('set-aside.empty') : t('set-aside.link', { count: shown.setAside })}
          </a>
        </p>
      </footer>
    </DeskPage>
  )
}

function AddSource({ view, shown }: { readonly view: View; readonly shown: Sources }): Html {
  const { t } = view
  const problem = shown.problem?.field === 'address' ? shown.problem : null
  return (
    <Form view={view} action="/discoveries" class="row wide">
      <Field
        name="address"
        label={t('sources.address')}
        hint={t('sources.address-hint')}
        value={problem?.value ?? ''}
        problem={problem?.words ?? null}
        required
        autocomplete="off"
      />
      <button type="submit" class="main">
        {t('sources.look')}
      </button>
    </Form>
  )
}

function SourceRow({ view, listed }: { readonly view: View; readonly listed: ListedSource }): Html {
  const { source, outlet, articles } = listed
  const { t } = view
  return (
    <li class="source" id={`s${source.id}`}>
      <div class="what">
        <a class="headline" href={`/sources/${source.id}`} data-line>
          {source.title || outlet.name}
        </a>
        <p class="from">
          {source.title !== '' && source.title !== outlet.name && <span>{outlet.name}</span>}
          <span>{t(sourceKinds[source.kind])}</span>
          <span>{t('sources.articles', { count: articles })}</span>
        </p>
        <p class="address">{source.address}</p>
      </div>
      <SourceHealth source={source} view={view} />
    </li>
  )
}

function ImportSources({ view, shown }: { readonly view: View; readonly shown: Sources }): Html {
  const { t } = view
  return (
    <Form view={view} action="/sources/imports" class="row" upload>
      <Field
        name="file"
        type="file"
        label={t('sources.import-file')}
        accept=".opml,.xml,text/x-opml"
        problem={shown.problem?.field === 'file' ? shown.problem.words : null}
        required
      />
      <button type="submit">{t('sources.import')}</button>
    </Form>
  )
}
