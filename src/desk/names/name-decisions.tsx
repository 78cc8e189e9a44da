import type { NameDecision, NameLine, NameRecord } from '../../archive/archive.ts'
import { Field, Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { kindLabels } from './kind-labels.ts'

/** What editors decide of a Name, for good until one of them goes back on it. */
export function NameDecisions(props: {
  readonly view: View
  readonly record: NameRecord
  readonly into: { readonly asked: string; readonly found: readonly NameLine[] }
}): Html {
  const { view, record, into } = props
  const { t } = view
  return (
    <section aria-labelledby="decisions" class="decisions">
      <h2 id="decisions">{t('names.decisions')}</h2>
      <Rename view={view} record={record} />
      <Merge view={view} record={record} into={into} />
      {record.keys.length > 1 && <Split view={view} record={record} />}
      {record.decisions.length > 0 && (
        <ol class="decided">
          {record.decisions.map((decision) => (
            <Decided view={view} record={record} decision={decision} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Rename({ view, record }: { readonly view: View; readonly record: NameRecord }): Html {
  const { t } = view
  return (
    <details>
      <summary>{t('names.rename')}</summary>
      <Form view={view} action={`/names/${record.name.id}/decisions`} class="stack">
        <input type="hidden" name="kind" value="rename" />
        <Field name="name" label={t('names.spelt')} value={record.name.name} required />
        <button type="submit">{t('sources.save')}</button>
      </Form>
    </details>
  )
}

/** First it is found by typing, then each one found has its button: this works without scripts. */
function Merge(props: {
  readonly view: View
  readonly record: NameRecord
  readonly into: { readonly asked: string; readonly found: readonly NameLine[] }
}): Html {
  const { view, record, into } = props
  const { t } = view
  const { id } = record.name
  return (
    <details id="merge" open={into.asked !== ''}>
      <summary>{t('names.merge')}</summary>
      <form method="get" action={`/names/${id}#merge`} class="stack">
        <Field
          name="into"
          type="search"
          label={t('names.merge-into')}
          hint={t('names.merge-hint')}
          value={into.asked}
        />
        <button type="submit">{t('search.find')}</button>
      </form>
      {into.asked !== '' && into.found.length === 0 && <p class="hint">{t('names.nothing')}</p>}
      {into.found.length > 0 && (
        <ul class="candidates">
          {into.found.map((other) => (
            <li>
              <Form view={view} action={`/names/${id}/decisions`}>
                <input type="hidden" name="kind" value="merge" />
                <input type="hidden" name="into" value={String(other.id)} />
                <button type="submit">{t('names.merge-this', { name: other.name })}</button>{' '}
                <small>
                  {t(kindLabels[other.kind])}, {t('sources.articles', { count: other.articles })}
                </small>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

function Split({ view, record }: { readonly view: View; readonly record: NameRecord }): Html {
  const { t } = view
  return (
    <details>
      <summary>{t('names.split')}</summary>
      <Form view={view} action={`/names/${record.name.id}/decisions`} class="stack">
        <input type="hidden" name="kind" value="split" />
        <fieldset>
          <legend>{t('names.split-which')}</legend>
          {record.keys.map(({ key, forms }) => (
            <label class="choice">
              <input type="checkbox" name="keys[]" value={key} />{' '}
              {forms
                .slice(0, 3)
                .map(({ text }) => text)
                .join(', ') || key}
            </label>
          ))}
        </fieldset>
        <button type="submit">{t('names.split-off')}</button>
      </Form>
    </details>
  )
}

function Decided(props: {
  readonly view: View
  readonly record: NameRecord
  readonly decision: NameDecision
}): Html {
  const { view, record, decision } = props
  const { id, by, at, undoneAt } = decision
  const { t, times } = view
  return (
    <li>
      {decisionWords(decision, record, view)}{' '}
      <small>
        {by}, {times.short(at)}
      </small>{' '}
      {undoneAt === null ? (
        <Form view={view} action={`/names/${record.name.id}/decisions/${id}/reversals`} class="inline">
          <button type="submit" class="link quiet">
            {t('names.undo')}
          </button>
        </Form>
      ) : (
        <small>{t('names.undone', { time: times.short(undoneAt) })}</small>
      )}
    </li>
  )
}

function decisionWords({ kind, name, other }: NameDecision, { name: own }: NameRecord, { t }: View): string {
  const values = { name: name.name, other: other?.name ?? '' }
  switch (kind) {
    case 'rename':
      return t('names.was-renamed')
    case 'merge':
      return t('names.was-merged', values)
    case 'split':
      return t('names.was-split', values)
    case 'move':
      return t(name.id === own.id ? 'names.was-moved-away' : 'names.was-moved-here', values)
  }
}
