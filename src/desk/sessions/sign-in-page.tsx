import { Field, Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'

export function SignInPage(props: {
  readonly view: View
  readonly back: string
  readonly name: string
  readonly problem: string | null
  readonly demoLogin: { readonly name: string; readonly password: string } | null
}): Html {
  const { view, demoLogin } = props
  const { t } = view
  return (
    <DeskPage view={view} title={t('session.title')} place="other" class="narrow">
      <h1>{t('session.title')}</h1>
      {demoLogin !== null && (
        <p class="note">
          {t('session.demo')} <code>{demoLogin.name}</code> / <code>{demoLogin.password}</code>
        </p>
      )}
      <Form view={view} action="/session" class="stack">
        <input type="hidden" name="back" value={props.back} />
        <Field
          name="name"
          label={t('session.name')}
          value={props.name || (demoLogin?.name ?? '')}
          required
          first={props.name === ''}
          autocomplete="username"
        />
        <Field
          name="password"
          label={t('session.password')}
          type="password"
          problem={props.problem}
          required
          first={props.name !== ''}
          autocomplete="current-password"
          {...(demoLogin === null ? {} : { value: demoLogin.password })}
        />
        <button type="submit" class="main">
          {t('session.sign-in')}
        </button>
      </Form>
    </DeskPage>
  )
}
