import type { ArticleLine, Page } from '../../archive/archive.ts'
import type { LanguageTag } from '../../model/language-tag.ts'
import type { Outlet } from '../../model/outlet.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { KeptLine } from './kept-line.tsx'
import { type LatestFilter, LatestFilters, latestAddress } from './latest-filter.tsx'

export interface Latest {
  readonly page: Page<ArticleLine>
  /** What the column is up to date with. */
  readonly seq: number
  /** True on the newest page, which new lines come to the top of. */
  readonly newest: boolean
  readonly filter: LatestFilter
  readonly languages: readonly { readonly language: LanguageTag; readonly articles: number }[]
  readonly outlets: readonly Outlet[]
}

export function LatestPage({ view, latest }: { readonly view: View; readonly latest: Latest }): Html {
  const { t } = view
  const { page, filter } = latest
  const query = latestAddress(filter).slice('/latest'.length)
  return (
    <DeskPage view={view} title={t('latest.title')} place="latest" class="column">
      <div class="head">
        <h1>{t('latest.title')}</h1>
        <LatestFilters view={view} {...latest} />
      </div>
      <desk-latest
        data-after={latest.seq}
        data-lines={`/latest/lines${query}`}
        data-newest={latest.newest ? 'yes' : 'no'}
        data-more={page.next === null ? 'no' : 'yes'}
        data-words={JSON.stringify(words(view))}
      >
        <p class="pulse" hidden></p>
        <p class="news" role="status" hidden></p>
        {page.items.length === 0 && (
          <p class="empty">
            {t('latest.empty')} <a href="/sources">{t('latest.empty-sources')}</a>
          </p>
        )}
        {days(page.items, view).map(({ key, name, lines }) => (
          <section class="day" data-day={key} aria-labelledby={`day-${key}`}>
            <h2 id={`day-${key}`}>{name}</h2>
            <ol>
              {lines.map((line) => (
                <KeptLine view={view} line={line} dayKey={key} dayName={name} />
              ))}
            </ol>
          </section>
        ))}
      </desk-latest>
      <nav class="pager" aria-label={t('page.pages')}>
        {!latest.newest && <a href={latestAddress(filter)}>{t('latest.newest')}</a>}
        {page.next !== null && (
          <a href={latestAddress(filter, { cursor: page.next })} rel="next">
            {t('latest.older')}
          </a>
        )}
      </nav>
    </DeskPage>
  )
}

/** The words that the element needs; of “3 new” the plural forms, by category, with `#` for the count. */
function words({ t, locale }: View): Readonly<Record<string, string>> {
  const counts = { zero: 0, one: 1, two: 2, few: 3, many: 5, other: 100 }
  const rules = new Intl.PluralRules(locale)
  const forms = Object.values(counts).map((count) => [
    rules.select(count),
    t('latest.new', { count }).replace(String(count), '#'),
  ])
  return {
    ...Object.fromEntries(forms),
    behind: t('latest.behind'),
    live: t('latest.live'),
    away: t('latest.away'),
    stopped: t('latest.stopped'),
  }
}

interface Day {
  readonly key: string
  readonly name: string
  readonly lines: ArticleLine[]
}

function days(lines: readonly ArticleLine[], { times, now }: View): readonly Day[] {
  const found: Day[] = []
  for (const line of lines) {
    const key = times.dayKey(line.at)
    if (found.at(-1)?.key !== key) found.push({ key, name: times.day(line.at, now), lines: [] })
    found.at(-1)?.lines.push(line)
  }
  return found
}
