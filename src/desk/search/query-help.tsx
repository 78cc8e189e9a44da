import type { Html } from '../../web/html.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

/** What can be asked, by example: each example is a link that asks it. */
export function QueryHelp({ view }: { readonly view: View }): Html {
  return (
    <dl class="query-help">
      {examples.map(({ query, label }) => (
        <div>
          <dt>
            <a href={`/search?q=${encodeURIComponent(query)}`}>
              <code>{query}</code>
            </a>
          </dt>
          <dd>{view.t(label)}</dd>
        </div>
      ))}
    </dl>
  )
}

const examples: readonly { readonly query: string; readonly label: MessageKey }[] = [
  { query: 'bridge repair', label: 'query.words' },
  { query: '"railway bridge"', label: 'query.phrase' },
  { query: 'bridge -toll', label: 'query.without' },
  { query: 'headline:bridge', label: 'query.field' },
  { query: 'by:Arman', label: 'query.author' },
  { query: 'outlet:vesti.example', label: 'query.outlet' },
  { query: 'lang:kk', label: 'query.language' },
  { query: 'after:2026-11-01 before:2026-11-15', label: 'query.dates' },
  { query: 'on:2026-11-23', label: 'query.day' },
]
