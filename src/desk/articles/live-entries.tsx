import type { LiveEntry } from '../../model/article.ts'
import type { Moment } from '../../model/time.ts'
import type { Html } from '../../web/html.ts'
import { OutsideLink } from '../../web/outside-link.tsx'
import type { View } from '../../web/view.ts'
import { BlockView } from './block-view.tsx'
import { MarkedText } from './marked-text.tsx'
import { momentText } from './moment-text.ts'
import type { Showing } from './showing.ts'

/** The entries of a live blog as the outlet orders them, each with its time, which leads to where it stands. */
export function LiveEntries({
  entries,
  ...showing
}: Showing & { readonly entries: readonly LiveEntry[] }): Html {
  const { view } = showing
  return (
    <section class="entries" aria-labelledby="entries">
      <h2 id="entries" lang={view.locale}>
        {view.t('article.entries', { count: entries.length })}
      </h2>
      <ol>
        {entries.map((entry, index) => (
          <li>
            {entry.at !== null && <EntryTime at={entry.at} address={entry.address} view={view} />}
            <div>
              {entry.headline !== null && (
                <h3>
                  <MarkedText text={entry.headline} marks={showing.marks.entryHeadlines.get(index) ?? []} />
                </h3>
              )}
              {entry.blocks.map((block) => (
                <BlockView block={block} {...showing} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function EntryTime(props: {
  readonly at: Moment
  readonly address: string | null
  readonly view: View
}): Html {
  const { at, address, view } = props
  const time = <time datetime={new Date(at.at).toISOString()}>{momentText(at, view)}</time>
  return (
    <p class="over" lang={view.locale}>
      {address === null ? time : <OutsideLink to={address}>{time}</OutsideLink>}
    </p>
  )
}
