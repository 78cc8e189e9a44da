import { Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import { locales } from '../../web/i18n/locale.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { Theme, View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'

const themes: readonly { readonly theme: Theme; readonly label: MessageKey }[] = [
  { theme: 'auto', label: 'preferences.auto' },
  { theme: 'light', label: 'preferences.light' },
  { theme: 'dark', label: 'preferences.dark' },
]

export function PreferencesPage({ view, back }: { readonly view: View; readonly back: string }): Html {
  const { t } = view
  return (
    <DeskPage view={view} title={t('preferences.title')} place="preferences" class="narrow">
      <h1>{t('preferences.title')}</h1>
      <Form view={view} action="/preferences" class="stack">
        <input type="hidden" name="back" value={back} />
        <fieldset>
          <legend>{t('preferences.language')}</legend>
          {Object.entries(locales).map(([tag, name]) => (
            <label class="choice" lang={tag}>
              <input type="radio" name="language" value={tag} checked={tag === view.locale} />
              {name}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('preferences.theme')}</legend>
          {themes.map(({ theme, label }) => (
            <label class="choice">
              <input type="radio" name="theme" value={theme} checked={theme === view.theme} />
              {t(label)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('preferences.keyboard')}</legend>
          <label class="choice">
            <input type="checkbox" name="shortcuts" value="on" checked={view.shortcuts} />
            {t('preferences.shortcuts')}
          </label>
        </fieldset>
        <button type="submit" class="main">
          {t('sources.save')}
        </button>
      </Form>
    </DeskPage>
  )
}
