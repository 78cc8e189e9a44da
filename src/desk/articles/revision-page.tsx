import type { FiledArticle, RevisionLine } from '../../archive/archive.ts'
import type { Article } from '../../model/article.ts'
import { allBlocks, blockText, bodyText } from '../../model/block-text.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { textLanguage } from '../latest/latest-line.tsx'
import { momentText } from './moment-text.ts'
import { RevisionList } from './revision-list.tsx'
import { wordDiff } from './word-diff.ts'

export interface RevisionShown {
  readonly filed: FiledArticle
  readonly revision: RevisionLine
  readonly article: Article
  /** What it was before; null for the first. */
  readonly before: Article | null
}

export function RevisionPage({ view, shown }: { readonly view: View; readonly shown: RevisionShown }): Html {
  const { filed, revision, article, before } = shown
  const { t, times } = view
  const { line } = filed
  const title =
    revision.number === 1 ? t('article.first-filed') : t('article.revision', { number: revision.number })
  return (
    <DeskPage view={view} title={`${title}: ${line.headline}`} place="other" class="article">
      <article class="text diff" {...textLanguage(line)}>
        <p class="over" lang={view.locale}>
          <a href={`/articles/${line.id}`}>← {line.outlet.name}</a>
          <time datetime={new Date(revision.seenAt).toISOString()}>
            {t('article.seen', { time: times.full(revision.seenAt) })}
          </time>
          <span class="tag">{title}</span>
        </p>
        <h1>
          <Changes view={view} before={before?.headline ?? null} after={article.headline} />
        </h1>
        <p class="lead">
          <Changes view={view} before={before && (before.lead ?? '')} after={article.lead ?? ''} />
        </p>
        <p class="byline">
          <Changes
            view={view}
            before={before?.authors.join(', ') ?? null}
            after={article.authors.join(', ')}
          />
        </p>
        <div class="body">
          <Changes view={view} before={before && textOf(before, view)} after={textOf(article, view)} />
        </div>
        <div class="body captions">
          <Changes view={view} before={before && captionsOf(before)} after={captionsOf(article)} />
        </div>
      </article>
      <aside class="beside">
        <p class="legend">
          <ins>{t('article.added')}</ins> <del>{t('article.removed')}</del>
        </p>
        <RevisionList view={view} filed={filed} shown={revision.number} />
      </aside>
    </DeskPage>
  )
}

/** What stands under the pictures, a line each. */
function captionsOf(article: Article): string {
  return allBlocks(article)
    .filter(({ kind }) => kind === 'figure' || kind === 'gallery')
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n')
}

/** The text, with the time of each entry of a live blog before it, so that a new entry is told from a changed one. */
function textOf({ blocks, entries = [] }: Article, view: View): string {
  const told = entries.map(({ at, headline, ...entry }) =>
    [at === null ? '' : momentText(at, view), headline ?? '', bodyText(entry)]
      .filter((part) => part !== '')
      .join('\n'),
  )
  return [bodyText({ blocks }), ...told].filter((part) => part !== '').join('\n\n')
}

/** Added and removed words are marked and, for those who only hear them, announced. */
function Changes(props: {
  readonly view: View
  readonly before: string | null
  readonly after: string
}): Html {
  const { t, locale } = props.view
  if (props.before === null) return <>{props.after}</>
  return (
    <>
      {wordDiff(props.before, props.after).map(({ kind, text }) => {
        if (kind === 'same') return text
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          <Tag>
            <span class="unseen" lang={locale}>
              {` ${t(kind === 'added' ? 'article.added' : 'article.removed')}: `}
            </span>
            {text}
          </Tag>
        )
      })}
    </>
  )
}
