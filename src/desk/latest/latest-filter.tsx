import type { LanguageTag } from '../../model/language-tag.ts'
import type { Outlet, OutletId } from '../../model/outlet.ts'
import type { Html } from '../../web/html.ts'
import { languageName } from '../../web/i18n/language-name.ts'
import type { View } from '../../web/view.ts'

export interface LatestFilter {
  readonly languages: readonly LanguageTag[]
  readonly outletId: OutletId | null
}

/** The address of the column under a filter; `more` adds parameters of its own. */
export function latestAddress(filter: LatestFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(filter.languages.map((language) => ['language', language]))
  if (filter.outletId !== null) query.set('outlet', String(filter.outletId))
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.size === 0 ? '/latest' : `/latest?${query}`
}

/** Languages are switched one by one by links; the outlet is chosen from a list. */
export function LatestFilters(props: {
  readonly view: View
  readonly filter: LatestFilter
  readonly languages: readonly { readonly language: LanguageTag; readonly articles: number }[]
  readonly outlets: readonly Outlet[]
}): Html {
  const { view, filter } = props
  const { t } = view
  return (
    <div class="filters">
      {props.languages.length > 1 && (
        <nav aria-label={t('latest.languages')}>
          <ul class="chips">
            <li>
              <a
                href={latestAddress({ ...filter, languages: [] })}
                {...pressed(filter.languages.length === 0)}
              >
                {t('latest.all-languages')}
              </a>
            </li>
            {props.languages.map(({ language }) => (
              <li>
                <a
                  href={latestAddress({ ...filter, languages: toggled(filter.languages, language) })}
                  {...pressed(filter.languages.includes(language))}
                >
                  {language === 'und' ? t('article.no-language') : languageName(language, view.locale)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <form method="get" action="/latest" class="row">
        {filter.languages.map((language) => (
          <input type="hidden" name="language" value={language} />
        ))}
        <label for="outlet">{t('latest.outlet')}</label>
        <select id="outlet" name="outlet">
          <option value="">{t('latest.all-outlets')}</option>
          {props.outlets.map(({ id, name }) => (
            <option value={String(id)} selected={id === filter.outletId}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit">{t('latest.show')}</button>
      </form>
    </div>
  )
}

function toggled(languages: readonly LanguageTag[], language: LanguageTag): readonly LanguageTag[] {
  return languages.includes(language)
    ? languages.filter((other) => other !== language)
    : [...languages, language]
}

function pressed(on: boolean): { readonly 'aria-current'?: 'true' } {
  return on ? { 'aria-current': 'true' } : {}
}
