import type { Outlet, OutletId } from '../../model/outlet.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'

export interface OutletCredits {
  /** Whom its articles credit; `outletId` where that is an outlet of the archive. */
  readonly credited: readonly {
    readonly sourceName: string
    readonly outletId: OutletId | null
    readonly articles: number
  }[]
  /** The outlets whose articles credit it. */
  readonly crediting: readonly { readonly outlet: Outlet; readonly articles: number }[]
}

/** Whom an outlet has its news from, and who has theirs from it. */
export function CreditsPart({
  view,
  credits,
}: {
  readonly view: View
  readonly credits: OutletCredits
}): Html {
  const { t } = view
  const { credited, crediting } = credits
  return (
    <div class="credits">
      <section aria-labelledby="credited">
        <h2 id="credited">{t('outlet.credits')}</h2>
        {credited.length === 0 && <p class="hint">{t('outlet.credits-nobody')}</p>}
        <ol class="name-lines">
          {credited.map(({ sourceName, outletId, articles }) => (
            <li>
              {outletId === null ? sourceName : <a href={`/outlets/${outletId}`}>{sourceName}</a>}{' '}
              <small>{t('sources.articles', { count: articles })}</small>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="crediting">
        <h2 id="crediting">{t('outlet.credited-by')}</h2>
        {crediting.length === 0 && <p class="hint">{t('outlet.credited-by-nobody')}</p>}
        <ol class="name-lines">
          {crediting.map(({ outlet, articles }) => (
            <li>
              <a href={`/outlets/${outlet.id}`}>{outlet.name}</a>{' '}
              <small>{t('sources.articles', { count: articles })}</small>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
