import type { ListedSource } from '../../archive/archive.ts'
import { countryZone } from '../../kit/country-zone.ts'
import type { SourceKind } from '../../model/source.ts'
import { Field, Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { Fact } from '../articles/provenance.tsx'
import { DeskPage } from '../desk-page.tsx'
import { mayEdit } from './may-edit.ts'
import { SourceHealth } from './source-health.tsx'
import { sourceKinds } from './source-kinds.ts'

export interface SourceShown {
  readonly listed: ListedSource
  readonly notice: string | null
  readonly problem: { readonly field: 'address' | 'zone'; readonly words: string } | null
}

export function SourcePage({ view, shown }: { readonly view: View; readonly shown: SourceShown }): Html {
  const { source, outlet, articles } = shown.listed
  const { t, times } = view
  const { health } = source
  const title = source.title || outlet.name
  return (
    <DeskPage view={view} title={title} place="sources" class="narrow">
      <p>
        <a href="/sources">← {t('sources.title')}</a>
      </p>
      <h1>{title}</h1>
      {shown.notice !== null && (
        <p class="notice" role="status">
          {shown.notice}
        </p>
      )}
      <SourceHealth source={source} view={view} />
      {health.lastProblem !== null && health.consecutiveFailures > 0 && (
        <p class="hint">
          {times.full(health.lastProblem.at)}: {health.lastProblem.message}{' '}
          <code>{health.lastProblem.code}</code>
        </p>
      )}
      {mayEdit(view) && <SourceActions view={view} listed={shown.listed} />}
      <dl class="facts">
        <Fact label={t('article.outlet')}>
          <a href={`/outlets/${outlet.id}`}>{outlet.name}</a> <small>{outlet.key}</small>
        </Fact>
        <Fact label={t('sources.kind')}>{t(sourceKinds[source.kind])}</Fact>
        <Fact label={t('sources.kept')}>{t('sources.articles', { count: articles })}</Fact>
        <Fact label={t('sources.interval')}>
          {t('sources.minutes', { count: Math.max(1, Math.round(health.intervalSeconds / 60)) })}
        </Fact>
        {health.lastNewAt !== null && (
          <Fact label={t('sources.last-new')}>{times.full(health.lastNewAt)}</Fact>
        )}
        <Fact label={t('sources.added-at')}>{times.full(source.createdAt)}</Fact>
      </dl>
      {mayEdit(view) && <EditSource view={view} shown={shown} />}
    </DeskPage>
  )
}

function SourceActions({ view, listed }: { readonly view: View; readonly listed: ListedSource }): Html {
  const { t } = view
  const { id, state } = listed.source
  const wanted = state === 'active' ? 'paused' : 'active'
  return (
    <div class="row actions">
      {state === 'active' && (
        <Form view={view} action={`/sources/${id}/polls`} class="inline">
          <button type="submit">{t('sources.poll-now')}</button>
        </Form>
      )}
      <Form view={view} action={`/sources/${id}/state`} class="inline">
        <input type="hidden" name="state" value={wanted} />
        <button type="submit">{t(wanted === 'paused' ? 'sources.pause' : 'sources.resume')}</button>
      </Form>
      <a class="button danger" href={`/sources/${id}/removal`}>
        {t('sources.delete')}
      </a>
    </div>
  )
}

function EditSource({ view, shown }: { readonly view: View; readonly shown: SourceShown }): Html {
  const { t } = view
  const { source, outlet } = shown.listed
  return (
    <section aria-labelledby="edit">
      <h2 id="edit">{t('sources.edit')}</h2>
      <Form view={view} action={`/sources/${source.id}`} class="stack">
        <Field name="title" label={t('sources.name')} value={source.title} autocomplete="off" />
        <Field
          name="address"
          label={t('sources.source-address')}
          value={source.address}
          problem={shown.problem?.field === 'address' ? shown.problem.words : null}
          required
          autocomplete="off"
        />
        <div class="field">
          <label for="kind">{t('sources.kind')}</label>
          <select id="kind" name="kind">
            {(Object.keys(sourceKinds) as SourceKind[]).map((kind) => (
              <option value={kind} selected={kind === source.kind}>
                {t(sourceKinds[kind])}
              </option>
            ))}
          </select>
        </div>
        <Field
          name="zone"
          label={t('sources.zone')}
          value={outlet.zone ?? ''}
          hint={t('sources.zone-hint', { zone: countryZone(outlet.key) ?? 'UTC' })}
          problem={shown.problem?.field === 'zone' ? shown.problem.words : null}
          autocomplete="off"
        />
        <button type="submit" class="main">
          {t('sources.save')}
        </button>
      </Form>
    </section>
  )
}

/** Asks once more, because a deleted source is gone; its articles stay. */
export function RemovalPage({ view, listed }: { readonly view: View; readonly listed: ListedSource }): Html {
  const { t } = view
  const { source, outlet, articles } = listed
  const title = source.title || outlet.name
  return (
    <DeskPage view={view} title={t('sources.delete-title', { title })} place="sources" class="narrow">
      <h1>{t('sources.delete-title', { title })}</h1>
      <p>{t('sources.delete-words', { count: articles })}</p>
      <p class="address">{source.address}</p>
      <div class="row actions">
        <Form view={view} action={`/sources/${source.id}/removal`} class="inline">
          <button type="submit" class="danger">
            {t('sources.delete')}
          </button>
        </Form>
        <a href={`/sources/${source.id}`}>{t('sources.keep')}</a>
      </div>
    </DeskPage>
  )
}
