import type { Archive } from '../../archive/archive.ts'
import { Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { troubleSentence } from '../sources/health-words.ts'

export interface SetAside {
  readonly jobs: Awaited<ReturnType<Archive['jobs']['listSetAside']>>
  readonly problems: Awaited<ReturnType<Archive['jobs']['setAsideByProblem']>>
  readonly counts: Awaited<ReturnType<Archive['jobs']['counts']>>
  readonly notice: string | null
  readonly mayEdit: boolean
}

/** What could not be done, and why; nothing of it is lost. */
export function SetAsidePage({ view, shown }: { readonly view: View; readonly shown: SetAside }): Html {
  const { t } = view
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
      </div>
      {jobs.length === 0 ? (
        <p class="empty">{t('set-aside.empty')}</p>
      ) : (
        <>
          <Problems view={view} shown={shown} />
          <Jobs view={view} shown={shown} />
        </>
      )}
    </DeskPage>
  )
}

/** Each problem with how many jobs it stopped, and what can be done with all of them. */
function Problems({ view, shown }: { readonly view: View; readonly shown: SetAside }): Html {
  const { t } = view
  return (
    <section class="by-problem" aria-labelledby="by-problem">
      <h2 id="by-problem">{t('set-aside.by-problem')}</h2>
      <ul>
        {shown.problems.map(({ code, jobs }) => (
          <li>
            <p>
              {troubleSentence({ code, message: code }, view)}{' '}
              <span class="tag">{t('set-aside.jobs', { count: jobs })}</span>
            </p>
            {shown.mayEdit && (
              <Form view={view} action="/set-aside/resumptions" class="row">
                <input type="hidden" name="code" value={code} />
                <Actions view={view} />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The newest of them, to choose among. */
function Jobs({ view, shown }: { readonly view: View; readonly shown: SetAside }): Html {
  const { t } = view
  const list = (
    <ol class="hits">
      {shown.jobs.map((job) => (
        <JobLine view={view} job={job} mayEdit={shown.mayEdit} />
      ))}
    </ol>
  )
  return (
    <section class="one-by-one" aria-labelledby="one-by-one">
      <h2 id="one-by-one">{t('set-aside.one-by-one')}</h2>
      {shown.mayEdit ? (
        <Form view={view} action="/set-aside/resumptions">
          <div class="row">
            <Actions view={view} chosen />
          </div>
          {list}
        </Form>
      ) : (
        list
      )}
    </section>
  )
}

function Actions({ view, chosen = false }: { readonly view: View; readonly chosen?: boolean }): Html {
  const { t } = view
  return (
    <>
      <button type="submit">{t(chosen ? 'set-aside.resume-chosen' : 'set-aside.resume')}</button>
      <button type="submit" formaction="/set-aside/dismissals" class="danger">
        {t(chosen ? 'set-aside.dismiss-chosen' : 'set-aside.dismiss')}
      </button>
    </>
  )
}

function JobLine(props: {
  readonly view: View
  readonly job: SetAside['jobs'][number]
  readonly mayEdit: boolean
}): Html {
  const { t, times } = props.view
  const { id, work, problem, at, attempts } = props.job
  return (
    <li class="hit" id={`j${id}`}>
      {props.mayEdit ? (
        <label class="choice">
          <input type="checkbox" name="job[]" value={String(id)} />
          <span class="address">{work.address}</span>
        </label>
      ) : (
        <p class="address">{work.address}</p>
      )}
      <p>{troubleSentence(problem, props.view)}</p>
      <p class="hint" lang="en">
        {problem.message}
      </p>
      <p class="from">
        <time datetime={new Date(at).toISOString()}>{times.full(at)}</time>
        <span>{t('set-aside.attempts', { count: attempts })}</span>
        <code>{problem.code}</code>
      </p>
    </li>
  )
}
