import type { Context } from 'hono'
import { Problem } from '../model/problem.ts'
import { problemWords } from '../web/i18n/problem-words.ts'
import { ProblemPage } from '../web/problem-page.tsx'
import { problemStatus } from '../web/problem-status.ts'
import { sendPage } from '../web/send-page.ts'
import type { WebEnv } from '../web/web-env.ts'
import { DeskHeader } from './desk-page.tsx'

/** A Problem in its own words; a mistake of ours without its details, which are in the log. */
export async function showProblem(c: Context<WebEnv>, error: Error): Promise<Response> {
  const code = error instanceof Problem ? error.code : null
  const status = error instanceof Problem ? problemStatus(error.code) : 500
  const view = c.var.view as WebEnv['Variables']['view'] | undefined
  // What fails before the request is seen has no page to show it on.
  if (view === undefined) return c.text(code ?? 'Internal error', status)
  const words = error instanceof Problem ? problemWords(error, view.t) : view.t('problem.ours')
  const header = <DeskHeader view={view} place="other" />
  return await sendPage(
    c,
    <ProblemPage view={view} status={status} code={code} words={words} header={header} />,
    status,
  )
}
