import type { Child } from 'hono/jsx'
import { Form } from '../web/forms/form.tsx'
import type { Html } from '../web/html.ts'
import type { MessageKey } from '../web/i18n/messages.ts'
import { Layout } from '../web/layout.tsx'
import type { View } from '../web/view.ts'
import { KeysDialog } from './help/keys-dialog.tsx'

export type Place = 'latest' | 'search' | 'names' | 'sources' | 'set-aside' | 'help' | 'preferences' | 'other'

/** A page of the desk: its header with the ways about, and the page's own part. */
export function DeskPage(props: {
  readonly view: View
  readonly title: string
  readonly place: Place
  readonly refresh?: number
  readonly class?: string
  readonly children?: Child
}): Html {
  const { view, title, place, children, ...rest } = props
  return (
    <Layout view={view} title={title} header={<DeskHeader view={view} place={place} />} {...rest}>
      {children}
      {view.user !== null && <KeysDialog view={view} />}
    </Layout>
  )
}

const ways: readonly { readonly place: Place; readonly label: MessageKey }[] = [
  { place: 'latest', label: 'latest.title' },
  { place: 'search', label: 'search.title' },
  { place: 'names', label: 'names.title' },
  { place: 'sources', label: 'sources.title' },
]

export function DeskHeader({ view, place }: { readonly view: View; readonly place: Place }): Html {
  const { t, user } = view
  return (
    <header class="top">
      <a class="mark" href="/">
        <img src={view.asset('icon.svg')} alt="" width="22" height="22" />
        Wiredesk
      </a>
      {user !== null && (
        <nav class="ways" aria-label={t('page.ways')}>
          {ways.map((way) => (
            <a href={`/${way.place}`} {...current(way.place === place)}>
              {t(way.label)}
            </a>
          ))}
        </nav>
      )}
      <div class="own">
        {user !== null && (
          <a class="quiet" href="/help" data-opens="keys" {...current(place === 'help')}>
            {t('help.title')}
          </a>
        )}
        <a class="quiet" href={preferencesAddress(view, place)} {...current(place === 'preferences')}>
          {t('preferences.title')}
        </a>
        {user !== null && (
          <Form view={view} action="/session/end" class="inline">
            <button type="submit" class="link quiet" title={t('session.signed-in-as', { name: user.name })}>
              {t('session.sign-out')}
            </button>
          </Form>
        )}
      </div>
    </header>
  )
}

function preferencesAddress(view: View, place: Place): string {
  return place === 'preferences' ? '/preferences' : `/preferences?back=${encodeURIComponent(view.path)}`
}

function current(here: boolean): { readonly 'aria-current'?: 'page' } {
  return here ? { 'aria-current': 'page' } : {}
}
