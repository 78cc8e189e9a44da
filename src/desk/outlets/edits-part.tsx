import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { Fact } from '../articles/provenance.tsx'
import { articlesLookedAt, daysLookedAt, type OutletEdits } from './outlet-edits.ts'

/** How much the outlet changed of what it published. */
export function EditsPart({
  view,
  edits,
}: {
  readonly view: View
  readonly edits: OutletEdits
}): Html | null {
  const { t } = view
  if (edits.articles === 0) return null
  return (
    <section aria-labelledby="edits">
      <h2 id="edits">{t('outlet.edits', { count: daysLookedAt })}</h2>
      <dl class="facts">
        <Fact label={t('outlet.looked-at')}>
          {t('sources.articles', { count: edits.articles })}
          {edits.articles === articlesLookedAt && ` (${t('outlet.no-more')})`}
        </Fact>
        <Fact label={t('outlet.changed')}>
          {t('sources.articles', { count: edits.changed })}
          {edits.changed > 0 && ` (${t('outlet.revisions', { count: edits.revisions })})`}
        </Fact>
        <Fact label={t('outlet.gone')}>{t('sources.articles', { count: edits.gone })}</Fact>
      </dl>
    </section>
  )
}
