import type { Archive } from '../../archive/archive.ts'
import { Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { troubleSentence } from '../sources/health-words.ts'

export interface SetAside {
  readonly jobs: Awaited<ReturnType<Archive['jobs']['listSetAside']>>
  readonly counts: Awaited<ReturnType<Archive['jobs']['counts']>>
  readonly notice: string | null
  readonly mayResume: boolean
}

/** What could not be done, and why; nothing of it is lost. */
export function SetAsidePage({ view, shown }: { readonly view: View; readonly shown: SetAside }): Html {
  const { t, times } = view
  const { jobs, counts } = shown
  return (
    <DeskPage view={view} title={t('set-aside.title')} place="set-aside" class="column">
      <div class="head">
        <h1>{t('set-aside.title')}</h1>
        {shown.notice !== null && (
          <p class="notice" role="status">
            {shown.notice}
          </p>
        )}
        <p>{t('set-aside.words')}</p>
        <p class="hint">
          {t('set-aside.counts', {
            waiting: counts.waiting,
            leased: counts.leased,
            setAside: counts.setAside,
          })}
        </p>
        {shown.mayResume && counts.setAside > 0 && (
          <Form view={view} action="/set-aside/resumptions">
            <button type="submit">{t('set-aside.resume')}</button>
          </Form>
        )}
      </div>
      {jobs.length === 0 ? (
        <p class="empty">{t('set-aside.empty')}</p>
      ) : (
        <ol class="hits">
          {jobs.map(({ id, work, problem, at, attempts }) => (
            <li class="hit" id={`j${id}`}>
              <p class="address">{work.address}</p>
              <p>{troubleSentence(problem, view)}</p>
              <p class="hint" lang="en">
                {problem.message}
              </p>
              <p class="from">
                <time datetime={new Date(at).toISOString()}>{times.full(at)}</time>
                <span>{t('set-aside.attempts', { count: attempts })}</span>
                <code>{problem.code}</code>
              </p>
            </li>
          ))}
        </ol>
      )}
    </DeskPage>
  )
}
