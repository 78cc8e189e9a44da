import type { AskedExplanation, FiledArticle } from '../../archive/archive.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { textLanguage } from '../latest/latest-line.tsx'
import { troubleSentence } from '../sources/health-words.ts'
import { PassageList } from './passage-list.tsx'
import { ReadingFacts, RuleUses } from './reading-facts.tsx'
import { readingNote } from './reading-note.ts'

const refreshSeconds = 2

export type PassagesWanted = 'all' | 'kept' | 'dropped'

export interface ReadingShown {
  readonly filed: FiledArticle
  /** Null where no page was read: the text is the source's own. */
  readonly asked: AskedExplanation | null
  readonly wanted: PassagesWanted
  readonly seq: number
}

/** The captured page as our reader took it: every passage with its fate and the reason. */
export function ReadingPage({ view, shown }: { readonly view: View; readonly shown: ReadingShown }): Html {
  const { filed, asked, seq } = shown
  const { line } = filed
  const { t } = view
  const answer = asked?.answer ?? null
  return (
    <DeskPage
      view={view}
      title={t('reading.title', { headline: line.headline })}
      place="other"
      class="reading"
      {...(answer?.kind === 'waiting' ? { refresh: refreshSeconds } : {})}
    >
      <div class="head">
        <p>
          <a href={`/articles/${line.id}`}>← {t('reading.back')}</a>
        </p>
        <h1>{t('reading.title', { headline: line.headline })}</h1>
      </div>
      {answer === null && <p class="note">{t('reading.from-source')}</p>}
      {answer?.kind === 'waiting' && (
        <desk-answer data-kind="explanation" data-id={asked?.id} data-after={seq}>
          <p class="waiting" role="status">
            {t('reading.waiting')}
          </p>
        </desk-answer>
      )}
      {answer?.kind === 'failed' && (
        <>
          <p class="problem" role="alert">
            {troubleSentence(answer, view)}
          </p>
          <p class="hint">
            {answer.message} <code>{answer.code}</code>
          </p>
        </>
      )}
      {answer?.kind === 'explained' && <Explained view={view} shown={shown} explanation={answer.present} />}
    </DeskPage>
  )
}

function Explained(props: {
  readonly view: View
  readonly shown: ReadingShown
  readonly explanation: Explanation
}): Html {
  const { view, shown, explanation } = props
  const { reading, trace } = explanation
  const { line } = shown.filed
  const { t } = view
  const passages = trace.passages.filter(
    ({ keep }) => shown.wanted === 'all' || keep === (shown.wanted === 'kept'),
  )
  return (
    <div class="explained">
      <section class="source-page" aria-labelledby="passages">
        <h2 id="passages">{t('reading.passages')}</h2>
        <p class="hint">{t('reading.words')}</p>
        {reading.kind !== 'article' && <p class="note">{readingNote(reading.kind, view)}</p>}
        <Filter view={view} shown={shown} explanation={explanation} />
        {passages.length === 0 ? (
          <p class="empty">{t('reading.nothing')}</p>
        ) : (
          <PassageList
            view={view}
            passages={passages}
            articleId={line.id}
            outletId={line.outlet.id}
            {...textLanguage(line)}
          />
        )}
      </section>
      <aside class="beside">
        <ReadingFacts view={view} facts={trace.facts} />
        <section aria-labelledby="rules">
          <h2 id="rules">{t('reading.rules')}</h2>
          {trace.rules.length === 0 && <p class="hint">{t('outlet.no-rules')}</p>}
          <RuleUses view={view} uses={trace.rules} />
          {trace.container !== null && (
            <p class="hint">{t('reading.container', { path: trace.container })}</p>
          )}
          {trace.isCut && <p class="hint">{t('reading.cut')}</p>}
          <p>
            <a href={`/outlets/${line.outlet.id}`}>{t('reading.edit-rules')}</a>
          </p>
        </section>
      </aside>
    </div>
  )
}

/** The legend, the counts and the choice in one. */
function Filter(props: {
  readonly view: View
  readonly shown: ReadingShown
  readonly explanation: Explanation
}): Html {
  const { view, shown, explanation } = props
  const { t } = view
  const { passages } = explanation.trace
  const kept = passages.filter(({ keep }) => keep).length
  const ways = [
    { wanted: 'all', label: t('reading.all', { count: passages.length }) },
    { wanted: 'kept', label: t('reading.kept-count', { count: kept }) },
    { wanted: 'dropped', label: t('reading.dropped-count', { count: passages.length - kept }) },
  ] as const
  return (
    <nav class="chips fates" aria-label={t('reading.filter')}>
      {ways.map(({ wanted, label }) => (
        <a
          class={wanted}
          href={`/articles/${shown.filed.line.id}/reading${wanted === 'all' ? '' : `?show=${wanted}`}`}
          {...(wanted === shown.wanted ? { 'aria-current': 'page' as const } : {})}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
