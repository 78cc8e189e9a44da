import type { ArticleLine, AskedExplanation, SavedRules } from '../../archive/archive.ts'
import type { ArticleId } from '../../model/article.ts'
import type { Outlet } from '../../model/outlet.ts'
import { type OutletRules, type RuleField, ruleFields, selectorsOf } from '../../model/outlet-rules.ts'
import { Form } from '../../web/forms/form.tsx'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { fieldLabels } from './field-labels.ts'
import type { FieldProblems } from './rules-in-form.ts'
import { RulesPreview } from './rules-preview.tsx'

const refreshSeconds = 2

/**
 * How far back articles are read again. Never none: those that are still looked at for changes would otherwise seem
 * to be changed by their outlet.
 */
export const daysOffered = [3, 7, 30] as const

export interface RulesShown {
  readonly outlet: Outlet
  /** As they stand in the form, saved or not. */
  readonly rules: OutletRules
  readonly problems: FieldProblems
  /** The pages that they can be tried on, latest first. */
  readonly pages: readonly ArticleLine[]
  readonly articleId: ArticleId | null
  readonly asked: AskedExplanation | null
  readonly history: readonly SavedRules[]
  readonly seq: number
}

export function RulesPage({ view, shown }: { readonly view: View; readonly shown: RulesShown }): Html {
  const { outlet, asked, seq } = shown
  const { t } = view
  const title = t('rules.title', { outlet: outlet.name })
  return (
    <DeskPage
      view={view}
      title={title}
      place="sources"
      class="rules"
      {...(asked?.answer.kind === 'waiting' ? { refresh: refreshSeconds } : {})}
    >
      <div class="head">
        <p>
          <a href={`/outlets/${outlet.id}`}>← {outlet.name}</a>
        </p>
        <h1>{title}</h1>
        <p class="hint">{t('rules.words')}</p>
      </div>
      <desk-rules data-after={seq}>
        <RulesForm view={view} shown={shown} />
        <RulesPreview view={view} asked={asked} />
      </desk-rules>
    </DeskPage>
  )
}

function RulesForm({ view, shown }: { readonly view: View; readonly shown: RulesShown }): Html {
  const { outlet, rules, problems } = shown
  const { t } = view
  const field = { rules, problems, view }
  return (
    <Form view={view} action={`/outlets/${outlet.id}/rules`} class="stack rules-form">
      <SelectorField {...field} name="keep" hint={t('rules.keep-hint')} rows={3} />
      <SelectorField {...field} name="drop" hint={t('rules.drop-hint')} rows={4} />
      <SelectorField {...field} name="title" hint={t('rules.left')} />
      <SelectorField {...field} name="date" hint={t('rules.left')} />
      <SelectorField {...field} name="author" hint={t('rules.left')} />
      <PageChoice view={view} shown={shown} />
      <div class="field">
        <label for="days">{t('rules.again')}</label>
        <select id="days" name="days" aria-describedby="days-hint">
          {daysOffered.map((days) => (
            <option value={String(days)}>{t('rules.days', { count: days })}</option>
          ))}
        </select>
        <p class="hint" id="days-hint">
          {t('rules.again-hint')}
        </p>
      </div>
      <div class="row actions">
        <button type="submit" class="main">
          {t('rules.save')}
        </button>
        {shown.pages.length > 0 && (
          <button type="submit" formaction={`/outlets/${outlet.id}/rules/previews`} data-preview>
            {t('rules.preview')}
          </button>
        )}
      </div>
      {shown.history.length > 0 && <History view={view} shown={shown} />}
    </Form>
  )
}

function SelectorField(props: {
  readonly view: View
  readonly rules: OutletRules
  readonly problems: FieldProblems
  readonly name: RuleField
  readonly hint: string
  /** Several lines, a selector each; one line where it is not given. */
  readonly rows?: number
}): Html {
  const { view, rules, problems, name, hint, rows } = props
  const value = selectorsOf(rules, name).join('\n')
  const problem = problems[name]
  const same = {
    id: name,
    name,
    spellcheck: false,
    autocomplete: 'off',
    autocapitalize: 'off' as const,
    class: 'code',
    'aria-describedby': `${name}-hint ${name}-problem`,
    ...(problem === undefined ? {} : { 'aria-invalid': 'true' as const }),
  }
  return (
    <div class="field">
      <label for={name}>{view.t(fieldLabels[name])}</label>
      {rows === undefined ? (
        <input type="text" {...same} value={value} />
      ) : (
        <textarea {...same} rows={rows}>
          {value}
        </textarea>
      )}
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <p class="problem" id={`${name}-problem`} hidden={problem === undefined}>
        {problem ?? ''}
      </p>
    </div>
  )
}

function PageChoice({ view, shown }: { readonly view: View; readonly shown: RulesShown }): Html {
  const { t, times } = view
  if (shown.pages.length === 0) return <p class="hint">{t('rules.no-pages')}</p>
  return (
    <div class="field">
      <label for="article">{t('rules.page')}</label>
      <select id="article" name="article">
        {shown.pages.map((line) => (
          <option value={String(line.id)} selected={line.id === shown.articleId}>
            {`${times.short(line.at)} · ${line.headline}`}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What was in force before, to be taken up again. */
function History({ view, shown }: { readonly view: View; readonly shown: RulesShown }): Html {
  const { outlet, history } = shown
  const { t, times } = view
  return (
    <details class="how">
      <summary>{t('rules.history')}</summary>
      <ol class="revisions">
        {history.map(({ number, rules, savedAt, savedBy }) => (
          <li>
            {t('outlet.rules-saved', { time: times.short(savedAt), name: savedBy })}{' '}
            <a href={`/outlets/${outlet.id}/rules?number=${number}`}>{t('rules.take-up')}</a>
            <small>
              {ruleFields.flatMap((field) => selectorsOf(rules, field)).join(' · ') || t('rules.none')}
            </small>
          </li>
        ))}
      </ol>
    </details>
  )
}
