import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { QueryHelp } from '../search/query-help.tsx'
import { KeyList } from './keys-dialog.tsx'

export function HelpPage({ view, version }: { readonly view: View; readonly version: string }): Html {
  const { t } = view
  return (
    <DeskPage view={view} title={t('help.title')} place="help" class="narrow">
      <h1>{t('help.title')}</h1>
      <section aria-labelledby="help-keys">
        <h2 id="help-keys">{t('help.keys')}</h2>
        <KeyList view={view} />
        <p class="hint">{t('help.keys-note')}</p>
      </section>
      <section aria-labelledby="help-search">
        <h2 id="help-search">{t('search.how')}</h2>
        <QueryHelp view={view} />
      </section>
      <section aria-labelledby="help-sources">
        <h2 id="help-sources">{t('sources.title')}</h2>
        <p>{t('help.sources')}</p>
      </section>
      <p class="hint">{t('help.version', { version })}</p>
    </DeskPage>
  )
}
