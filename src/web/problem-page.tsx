import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'
import type { MessageKey } from './i18n/messages.ts'
import { Layout } from './layout.tsx'
import type { View } from './view.ts'

/** What went wrong, in words, with the code to look up, and a way on. */
export function ProblemPage(props: {
  readonly view: View
  readonly status: number
  readonly code: string | null
  readonly words: string
  readonly header?: Child
}): Html {
  const { t } = props.view
  const heading = t(headings[props.status] ?? 'problem.500')
  return (
    <Layout view={props.view} title={heading} header={props.header} class="narrow">
      <h1>{heading}</h1>
      <p class="lead">{props.words}</p>
      {props.code !== null && (
        <p class="hint">
          {t('problem.code')} <code>{props.code}</code>
        </p>
      )}
      <p>
        <a href="/">{t('problem.home')}</a>
      </p>
    </Layout>
  )
}

const headings: Readonly<Record<number, MessageKey>> = {
  400: 'problem.400',
  401: 'problem.401',
  403: 'problem.403',
  404: 'problem.404',
  413: 'problem.413',
  429: 'problem.429',
  503: 'problem.503',
}
