import type { NameLine } from '../../archive/archive.ts'
import type { NameKind } from '../../model/marks.ts'
import { SearchForm } from '../../web/forms/search-form.tsx'
import type { Html } from '../../web/html.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { NameLines } from './name-lines.tsx'

export interface NamesShown {
  /** As it was typed. */
  readonly asked: string
  /** Null where nothing was asked. */
  readonly found: readonly NameLine[] | null
  readonly most: readonly { readonly kind: NameKind; readonly names: readonly NameLine[] }[]
}

/** Names by the beginning of any form, or those of the last days. */
export function NamesPage({ view, shown }: { readonly view: View; readonly shown: NamesShown }): Html {
  const { t } = view
  const { asked, found, most } = shown
  return (
    <DeskPage view={view} title={t('names.title')} place="names" class="column">
      <div class="head">
        <h1>{t('names.title')}</h1>
        <SearchForm
          view={view}
          action="/names"
          name="q"
          label={t('names.label')}
          hint={t('names.hint')}
          asked={asked}
        />
        <p>
          <a href="/statements">{t('statements.lead')}</a>
        </p>
      </div>
      {found !== null &&
        (found.length === 0 ? (
          <p class="empty">{t('names.nothing')}</p>
        ) : (
          <NameLines view={view} names={found} withKind />
        ))}
      {found === null && (
        <div class="most-named">
          {most
            .filter(({ names }) => names.length > 0)
            .map(({ kind, names }) => (
              <section aria-labelledby={`most-${kind}`}>
                <h2 id={`most-${kind}`}>{t(headings[kind])}</h2>
                <NameLines view={view} names={names} />
              </section>
            ))}
          {most.every(({ names }) => names.length === 0) && <p class="empty">{t('names.none')}</p>}
        </div>
      )}
    </DeskPage>
  )
}

const headings: Readonly<Record<NameKind, MessageKey>> = {
  person: 'names.persons',
  organisation: 'names.organisations',
  place: 'names.places',
  product: 'names.products',
  event: 'names.events',
}
