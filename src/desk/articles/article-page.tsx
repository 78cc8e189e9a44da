import type { FiledArticle, FiledMarks, FiledStatement } from '../../archive/archive.ts'
import type { Article, Block, Image } from '../../model/article.ts'
import { allBlocks } from '../../model/block-text.ts'
import { signedBy } from '../../model/signed-by.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { DeskPage } from '../desk-page.tsx'
import { kinds, textLanguage } from '../latest/latest-line.tsx'
import { type ArticleState, articleAddress } from './article-state.ts'
import { BlockView } from './block-view.tsx'
import type { Chain } from './credit-chains.ts'
import { GoneNotice } from './gone-notice.tsx'
import { LiveEntries } from './live-entries.tsx'
import { MarkedText } from './marked-text.tsx'
import { NamedHere } from './named-here.tsx'
import { Picture } from './picture.tsx'
import { type CaptureFacts, Provenance } from './provenance.tsx'
import { RevisionList } from './revision-list.tsx'
import { marksInText, noTextMarks, type TextMarks } from './text-marks.ts'
import { WhoSaidWhat } from './who-said-what.tsx'

export interface ArticleShown {
  readonly filed: FiledArticle
  readonly capture: CaptureFacts | null
  /** Null where it was filed before there were marks. */
  readonly marks: FiledMarks | null
  readonly statements: readonly FiledStatement[]
  readonly chains: readonly Chain[]
  readonly state: ArticleState
}

export function ArticlePage({ view, shown }: { readonly view: View; readonly shown: ArticleShown }): Html {
  const { filed, state } = shown
  const { id } = filed.line
  return (
    <DeskPage view={view} title={filed.line.headline} place="other" class="article">
      <ArticleText view={view} {...shown} />
      <aside class="beside">
        <WhoSaidWhat view={view} id={id} statements={shown.statements} state={state} />
        <Provenance view={view} filed={filed} capture={shown.capture} chains={shown.chains} />
        {shown.marks !== null && <NamedHere view={view} id={id} filed={shown.marks} />}
        <RevisionList view={view} filed={filed} />
      </aside>
    </DeskPage>
  )
}

function ArticleText({ view, filed, marks, state }: { readonly view: View } & ArticleShown): Html {
  const { line, article } = filed
  const { t } = view
  const kind = kinds[line.kind]
  const names = signedBy(article)
  const { pictures } = state
  const found = textMarks(article, marks, state)
  const showing = { view, pictures, marks: found }
  return (
    <article class="text" {...textLanguage(line)}>
      <p class="over" lang={view.locale}>
        <a href={`/latest?outlet=${line.outlet.id}`}>{line.outlet.name}</a>
        <time datetime={new Date(line.at).toISOString()}>{view.times.full(line.at)}</time>
        {kind !== undefined && <span class="tag">{t(kind)}</span>}
        {marks !== null && (
          <a class="switch" href={articleAddress(line.id, { ...state, marks: !state.marks })}>
            {t(state.marks ? 'article.hide-marks' : 'article.show-marks')}
          </a>
        )}
      </p>
      <h1>
        <MarkedText text={article.headline} marks={found.headline} />
      </h1>
      {article.lead !== null && (
        <p class="lead">
          <MarkedText text={article.lead} marks={found.lead} />
        </p>
      )}
      {names.length > 0 && <p class="byline">{names.join(', ')}</p>}
      {filed.gone !== null && <GoneNotice view={view} filed={filed} gone={filed.gone} />}
      {article.textFrom === 'source' && (
        <p class="note" lang={view.locale}>
          {t('article.from-source')}
        </p>
      )}
      {!pictures && hasPictures(article) && (
        <p class="note" lang={view.locale}>
          {t('article.pictures-not-loaded')}{' '}
          <a href={articleAddress(line.id, { ...state, pictures: true })}>{t('article.load-pictures')}</a>
        </p>
      )}
      {article.image !== null && !isInBlocks(article) && (
        <figure>
          <Picture image={article.image} {...showing} />
        </figure>
      )}
      {article.blocks.map((block) => (
        <BlockView block={block} {...showing} />
      ))}
      {article.entries !== undefined && <LiveEntries entries={article.entries} {...showing} />}
    </article>
  )
}

function textMarks(article: Article, marks: FiledMarks | null, state: ArticleState): TextMarks {
  if (marks === null || !state.marks) return noTextMarks
  return marksInText(article, marks, ({ act }) => state.thoughts || act === 'says')
}

function hasPictures(article: Article): boolean {
  return article.image !== null || imagesIn(allBlocks(article)).length > 0 || hasStills(article)
}

function hasStills(article: Article): boolean {
  return allBlocks(article).some((block) => block.kind === 'video' && block.poster !== null)
}

function isInBlocks({ image, ...article }: Article): boolean {
  return imagesIn(allBlocks(article)).some(({ address }) => address === image?.address)
}

function imagesIn(blocks: readonly Block[]): readonly Image[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figure') return block.images
    return block.kind === 'gallery' ? block.pictures.map(({ image }) => image) : []
  })
}
