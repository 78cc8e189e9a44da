import type { ArticleLine } from '../../archive/archive.ts'
import type { Html } from '../../web/html.ts'
import { languageName } from '../../web/i18n/language-name.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'
import { goneTitles } from '../articles/gone-notice.tsx'

/** One line of the column: 18:30, headline, outlet, language. It carries what an element needs to put it in its place. */
export function LatestLine(props: {
  readonly view: View
  readonly line: ArticleLine
  readonly dayKey: string
  readonly dayName: string
}): Html {
  const { view, line } = props
  const { t, times } = view
  const language =
    line.language === 'und' ? t('article.no-language') : languageName(line.language, view.locale)
  return (
    <li
      class="line"
      id={`a${line.id}`}
      data-id={line.id}
      data-at={line.at}
      data-day={props.dayKey}
      data-day-name={props.dayName}
    >
      <time datetime={new Date(line.at).toISOString()}>{times.clock(line.at)}</time>
      <div class="what">
        <a class="headline" href={`/articles/${line.id}`} {...textLanguage(line)} data-line>
          {line.headline}
        </a>
        <LineMarks view={view} line={line} />
      </div>
      <span class="outlet">{line.outlet.name}</span>
      <span class="language" title={language}>
        <span aria-hidden="true">{line.language === 'und' ? '—' : line.language}</span>
        <span class="unseen">{language}</span>
      </span>
    </li>
  )
}

function LineMarks({ view, line }: { readonly view: View; readonly line: ArticleLine }): Html {
  const { t } = view
  const kind = kinds[line.kind]
  return (
    <>
      {kind !== undefined && <span class="tag">{t(kind)}</span>}
      {line.textFrom === 'source' && <span class="tag">{t('article.from-source-short')}</span>}
      {line.gone !== null && <span class="tag gone">{t(goneTitles[line.gone])}</span>}
      {line.revisions > 0 && (
        <a class="tag changed" href={`/articles/${line.id}/revisions/${line.revisions + 1}`}>
          {t('article.changed')}
        </a>
      )}
    </>
  )
}

export const kinds: Readonly<Partial<Record<ArticleLine['kind'], MessageKey>>> = {
  'live-blog': 'article.live-blog',
  gallery: 'article.gallery',
  video: 'article.video',
  'paywall-stub': 'article.paywall-stub',
}

/** The `lang` of text in the article's language, so that it is hyphenated and read aloud as it should be. */
export function textLanguage({ language }: { readonly language: string }): { readonly lang?: string } {
  return language === 'und' ? {} : { lang: language }
}
