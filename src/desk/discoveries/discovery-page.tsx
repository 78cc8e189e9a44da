import type { Discovery } from '../../archive/archive.ts'
import type { FoundSource } from '../../model/source.ts'
import { Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { troubleSentence } from '../sources/health-words.ts'
import { sourceKinds } from '../sources/source-kinds.ts'

const refreshSeconds = 2
const entriesShown = 6

/** A pasted address on its way to becoming a source: being looked at, found with what will come, or not. */
export function DiscoveryPage(props: {
  readonly view: View
  readonly discovery: Discovery
  readonly seq: number
}): Html {
  const { view, discovery, seq } = props
  const { t } = view
  const waiting = discovery.answer.kind === 'waiting'
  return (
    <DeskPage
      view={view}
      title={t('discovery.title')}
      place="sources"
      class="narrow"
      {...(waiting ? { refresh: refreshSeconds } : {})}
    >
      <p>
        <a href="/sources">← {t('sources.title')}</a>
      </p>
      <h1>{t('discovery.title')}</h1>
      <p class="address">{discovery.address}</p>
      <Answer view={view} discovery={discovery} seq={seq} />
    </DeskPage>
  )
}

function Answer(props: { readonly view: View; readonly discovery: Discovery; readonly seq: number }): Html {
  const { view, discovery, seq } = props
  const { t } = view
  switch (discovery.answer.kind) {
    case 'waiting':
      return (
        <desk-answer data-kind="discovery" data-id={discovery.id} data-after={seq}>
          <p class="waiting" role="status">
            {t('discovery.waiting')}
          </p>
        </desk-answer>
      )
    case 'failed':
      return (
        <>
          <p class="problem" role="alert">
            {troubleSentence(discovery.answer, view)}
          </p>
          <p class="hint" lang="en">
            {discovery.answer.message} <code>{discovery.answer.code}</code>
          </p>
        </>
      )
    case 'found':
      return <Found view={view} id={discovery.id} sources={discovery.answer.sources} />
  }
}

function Found(props: {
  readonly view: View
  readonly id: number
  readonly sources: readonly FoundSource[]
}): Html {
  const { view, id, sources } = props
  const { t } = view
  return (
    <Form view={view} action="/sources">
      <input type="hidden" name="discovery" value={String(id)} />
      <p>{t('discovery.found', { count: sources.length })}</p>
      <ul class="found">
        {sources.map((source, place) => (
          <FoundView view={view} source={source} place={place} />
        ))}
      </ul>
      <div class="row actions">
        <button type="submit" class="main">
          {t('discovery.watch')}
        </button>
        <a href="/sources">{t('discovery.cancel')}</a>
      </div>
    </Form>
  )
}

/** The best of what was found is chosen already. */
function FoundView(props: {
  readonly view: View
  readonly source: FoundSource
  readonly place: number
}): Html {
  const { view, source, place } = props
  const { t, times } = view
  return (
    <li>
      <label class="choice">
        <input type="checkbox" name="choice[]" value={String(place)} checked={place === 0} />
        <span>
          <strong>{source.title || source.outlet.name}</strong>{' '}
          <span class="tag">{t(sourceKinds[source.kind])}</span>
          <span class="address">{source.address}</span>
        </span>
      </label>
      {source.entries.length > 0 && (
        <>
          <h2 class="small">{t('discovery.preview')}</h2>
          <ol class="preview">
            {source.entries.slice(0, entriesShown).map((entry) => (
              <li>
                {entry.publishedAt !== null && (
                  <time datetime={new Date(entry.publishedAt).toISOString()}>
                    {times.short(entry.publishedAt)}
                  </time>
                )}
                <span>{entry.headline ?? entry.summary ?? entry.address}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </li>
  )
}
