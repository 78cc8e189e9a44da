import type { ArticleLine, ListedSource, SavedRules } from '../../archive/archive.ts'
import type { Outlet } from '../../model/outlet.ts'
import { isWithoutRules, ruleFields, selectorsOf } from '../../model/outlet-rules.ts'
import type { Html } from '../../web/html.ts'
import { languageName } from '../../web/i18n/language-name.ts'
import type { View } from '../../web/view.ts'
import { Fact } from '../articles/provenance.tsx'
import { DeskPage } from '../desk-page.tsx'
import { textLanguage } from '../latest/latest-line.tsx'
import { fieldLabels } from '../rules/field-labels.ts'
import { mayEdit } from '../sources/may-edit.ts'
import { sourceKinds } from '../sources/source-kinds.ts'
import { CreditsPart, type OutletCredits } from './credits-part.tsx'
import { EditsPart } from './edits-part.tsx'
import type { OutletEdits } from './outlet-edits.ts'

export interface OutletShown {
  readonly outlet: Outlet
  readonly sources: readonly ListedSource[]
  readonly latest: readonly ArticleLine[]
  readonly credits: OutletCredits
  readonly edits: OutletEdits
  readonly saved: SavedRules | null
  readonly notice: string | null
}

/** An outlet: what is known of it, what is watched of it, what came of it, and how its pages are read. */
export function OutletPage({ view, shown }: { readonly view: View; readonly shown: OutletShown }): Html {
  const { outlet, sources } = shown
  const { t } = view
  return (
    <DeskPage view={view} title={outlet.name} place="sources" class="narrow">
      <p>
        <a href="/sources">← {t('sources.title')}</a>
      </p>
      <h1>{outlet.name}</h1>
      {shown.notice !== null && (
        <p class="notice" role="status">
          {shown.notice}
        </p>
      )}
      <dl class="facts">
        <Fact label={t('article.outlet')}>{outlet.key}</Fact>
        <Fact label={t('outlet.language')}>
          {outlet.language === null ? t('outlet.unknown') : languageName(outlet.language, view.locale)}
        </Fact>
        <Fact label={t('outlet.country')}>
          {outlet.country === null ? t('outlet.unknown') : countryName(outlet.country, view)}
        </Fact>
      </dl>
      <section aria-labelledby="sources">
        <h2 id="sources">{t('sources.title')}</h2>
        {sources.length === 0 && <p class="hint">{t('outlet.no-sources')}</p>}
        <ul class="plain">
          {sources.map(({ source }) => (
            <li>
              <a href={`/sources/${source.id}`}>{source.title || source.address}</a>{' '}
              <small>{t(sourceKinds[source.kind])}</small>
            </li>
          ))}
        </ul>
      </section>
      <CreditsPart view={view} credits={shown.credits} />
      <EditsPart view={view} edits={shown.edits} />
      <RulesPart view={view} shown={shown} />
      <LatestPart view={view} shown={shown} />
    </DeskPage>
  )
}

function RulesPart({ view, shown }: { readonly view: View; readonly shown: OutletShown }): Html {
  const { outlet, saved } = shown
  const { t, times } = view
  const isRuled = saved !== null && !isWithoutRules(saved.rules)
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('outlet.rules')}</h2>
      {saved !== null && isRuled ? (
        <>
          <dl class="facts">
            {ruleFields.map((field) => {
              const selectors = selectorsOf(saved.rules, field)
              return (
                selectors.length > 0 && (
                  <Fact label={t(fieldLabels[field])}>
                    <ul class="uses">
                      {selectors.map((selector) => (
                        <li>
                          <code>{selector}</code>
                        </li>
                      ))}
                    </ul>
                  </Fact>
                )
              )
            })}
          </dl>
          <p class="hint">
            {t('outlet.rules-saved', { time: times.full(saved.savedAt), name: saved.savedBy })}
          </p>
        </>
      ) : (
        <p class="hint">{t('outlet.no-rules')}</p>
      )}
      {mayEdit(view) && (
        <p>
          <a class="button" href={`/outlets/${outlet.id}/rules`}>
            {t(isRuled ? 'outlet.edit-rules' : 'outlet.make-rules')}
          </a>
        </p>
      )}
    </section>
  )
}

function LatestPart({ view, shown }: { readonly view: View; readonly shown: OutletShown }): Html {
  const { outlet, latest } = shown
  const { t, times } = view
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{t('outlet.latest')}</h2>
      {latest.length === 0 && <p class="hint">{t('outlet.no-articles')}</p>}
      <ul class="plain dated">
        {latest.map((line) => (
          <li>
            <time datetime={new Date(line.at).toISOString()}>{times.short(line.at)}</time>
            <a href={`/articles/${line.id}`} {...textLanguage(line)} data-line>
              {line.headline}
            </a>
          </li>
        ))}
      </ul>
      {latest.length > 0 && (
        <p>
          <a href={`/latest?outlet=${outlet.id}`}>{t('outlet.all-latest')}</a>
        </p>
      )}
    </section>
  )
}

function countryName(code: string, { locale }: View): string {
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}
