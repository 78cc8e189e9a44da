import type { AskedExplanation } from '../../archive/archive.ts'
import type { Article, Reading } from '../../model/article.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { BlockView } from '../articles/block-view.tsx'
import { noTextMarks } from '../articles/text-marks.ts'
import { RuleUses } from '../readings/reading-facts.tsx'
import { readingNote } from '../readings/reading-note.ts'
import { troubleSentence } from '../sources/health-words.ts'
import { blockChanges, type MarkedBlock } from './block-changes.ts'

/** The chosen page as it would be read beside how it is read now; what changes is marked by sign, colour and words. */
export function RulesPreview(props: {
  readonly view: View
  /** Null while there is no page to try on, or the selectors cannot be used. */
  readonly asked: AskedExplanation | null
}): Html {
  const { view, asked } = props
  const answer = asked?.answer ?? null
  return (
    <section
      id="preview"
      class="rules-preview"
      aria-labelledby="preview-title"
      data-id={asked?.id}
      data-state={answer?.kind ?? 'none'}
    >
      <h2 id="preview-title">{view.t('rules.preview')}</h2>
      {answer?.kind === 'waiting' && (
        <p class="hint" role="status">
          {view.t('reading.waiting')}
        </p>
      )}
      {answer?.kind === 'failed' && (
        <p class="problem" role="alert">
          {troubleSentence(answer, view)}
        </p>
      )}
      {answer?.kind === 'explained' && (
        <Compared view={view} before={answer.present} after={answer.proposed ?? answer.present} />
      )}
    </section>
  )
}

function Compared(props: {
  readonly view: View
  readonly before: Explanation
  readonly after: Explanation
}): Html {
  const { view, before, after } = props
  const { t } = view
  const [old, young] = [articleOf(before.reading), articleOf(after.reading)]
  const blocks = blockChanges(old, young)
  const come = blocks.after.filter(({ isChange }) => isChange).length
  const go = blocks.before.filter(({ isChange }) => isChange).length
  const sides: readonly Side[] = [
    { title: t('rules.now'), reading: after.reading, other: old, blocks: blocks.after, change: 'comes' },
    {
      title: t('rules.before'),
      reading: before.reading,
      other: young,
      blocks: blocks.before,
      change: 'goes',
    },
  ]
  const isSame = JSON.stringify(before.reading) === JSON.stringify(after.reading)
  return (
    <>
      <p class="hint" role="status">
        {isSame ? t('rules.unchanged') : t('rules.changes', { come, go })}
      </p>
      <RuleUses view={view} uses={after.trace.rules} />
      <div class="two">
        {sides.map((side) => (
          <ReadingView view={view} {...side} />
        ))}
      </div>
    </>
  )
}

/** One of the two readings, and what is marked where it differs from the other. */
interface Side {
  readonly title: string
  readonly reading: Reading
  readonly other: Article | null
  readonly blocks: readonly MarkedBlock[]
  readonly change: 'comes' | 'goes'
}

function ReadingView(props: Side & { readonly view: View }): Html {
  const { view, title, reading, other, blocks, change } = props
  const { t } = view
  const article = articleOf(reading)
  const lang = article === null || article.language === 'und' ? {} : { lang: article.language }
  return (
    <section aria-label={title} class="one">
      <h3>{title}</h3>
      {reading.kind !== 'article' && <p class="note">{readingNote(reading.kind, view)}</p>}
      {article !== null && (
        <div class="text" {...lang}>
          <Marked view={view} change={change} isChange={article.headline !== other?.headline}>
            <p class="title">{article.headline}</p>
          </Marked>
          <Marked view={view} change={change} isChange={article.publishedAt?.at !== other?.publishedAt?.at}>
            <p class="over" lang={view.locale}>
              {article.publishedAt === null
                ? t('reading.not-found')
                : view.times.full(article.publishedAt.at)}
            </p>
          </Marked>
          {article.authors.length > 0 && (
            <Marked
              view={view}
              change={change}
              isChange={article.authors.join() !== (other?.authors ?? []).join()}
            >
              <p class="byline">{article.authors.join(', ')}</p>
            </Marked>
          )}
          {article.lead !== null && (
            <Marked view={view} change={change} isChange={article.lead !== other?.lead}>
              <p class="lead">{article.lead}</p>
            </Marked>
          )}
          {blocks.map(({ block, isChange }) => (
            <Marked view={view} change={change} isChange={isChange}>
              <BlockView view={view} pictures={false} marks={noTextMarks} block={block} />
            </Marked>
          ))}
        </div>
      )}
    </section>
  )
}

function Marked(props: {
  readonly view: View
  readonly change: 'comes' | 'goes'
  readonly isChange: boolean
  readonly children: Html
}): Html {
  const { view, change, isChange, children } = props
  if (!isChange) return children
  return (
    <div class={change}>
      <span class="unseen" lang={view.locale}>{`${view.t(`rules.${change}`)}: `}</span>
      {children}
    </div>
  )
}

function articleOf(reading: Reading): Article | null {
  return 'article' in reading ? reading.article : null
}
