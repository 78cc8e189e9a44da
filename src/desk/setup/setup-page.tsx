import { shortestPassword } from '../../web/auth/password.ts'
import { Field, Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'

export interface SetupForm {
  readonly code: string
  readonly name: string
  readonly problem: { readonly field: 'code' | 'name' | 'password'; readonly words: string } | null
}

/** The first run: whoever started the server, and so can read its log, makes the first account. */
export function SetupPage({ view, form }: { readonly view: View; readonly form: SetupForm }): Html {
  const { t } = view
  const said = (field: string): string | null => (form.problem?.field === field ? form.problem.words : null)
  return (
    <DeskPage view={view} title={t('setup.title')} place="other" class="narrow">
      <h1>{t('setup.title')}</h1>
      <p class="lead">{t('setup.words')}</p>
      <Form view={view} action="/setup" class="stack">
        <Field
          name="code"
          label={t('setup.code')}
          hint={t('setup.code-hint')}
          value={form.code}
          problem={said('code')}
          required
          first={form.code === ''}
          autocomplete="off"
        />
        <Field
          name="name"
          label={t('session.name')}
          value={form.name}
          problem={said('name')}
          required
          first={form.code !== ''}
          autocomplete="username"
        />
        <Field
          name="password"
          label={t('session.password')}
          type="password"
          hint={t('setup.password-hint', { count: shortestPassword })}
          problem={said('password')}
          required
          minlength={shortestPassword}
          autocomplete="new-password"
        />
        <button type="submit" class="main">
          {t('setup.make')}
        </button>
      </Form>
    </DeskPage>
  )
}
