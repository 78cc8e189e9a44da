import type { Html } from '../../web/html.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

/** What the `?` key opens; without JavaScript the help page lists the same. */
export function KeysDialog({ view }: { readonly view: View }): Html {
  return (
    <desk-keys>
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{view.t('help.keys')}</h2>
        <KeyList view={view} />
        <form method="dialog" class="row">
          <button type="submit">{view.t('help.close')}</button>
          <a href="/help">{view.t('help.more')}</a>
        </form>
      </dialog>
    </desk-keys>
  )
}

export function KeyList({ view }: { readonly view: View }): Html {
  return (
    <dl class="keys">
      {keys.map(({ press, label }) => (
        <div>
          <dt>
            {press.map((key) => (
              <>
                <kbd>{key}</kbd>{' '}
              </>
            ))}
          </dt>
          <dd>{view.t(label)}</dd>
        </div>
      ))}
    </dl>
  )
}

const keys: readonly { readonly press: readonly string[]; readonly label: MessageKey }[] = [
  { press: ['j'], label: 'keys.next' },
  { press: ['k'], label: 'keys.previous' },
  { press: ['o'], label: 'keys.open' },
  { press: ['/'], label: 'keys.search' },
  { press: ['g', 'l'], label: 'keys.latest' },
  { press: ['g', 's'], label: 'keys.to-search' },
  { press: ['g', 'n'], label: 'keys.names' },
  { press: ['g', 'r'], label: 'keys.sources' },
  { press: ['n'], label: 'keys.next-dropped' },
  { press: ['p'], label: 'keys.previous-dropped' },
  { press: ['?'], label: 'keys.help' },
]
