import type { Child } from 'hono/jsx'
import type { FiledArticle } from '../../archive/archive.ts'
import type { Article } from '../../model/article.ts'
import type { CaptureId } from '../../model/capture.ts'
import type { Moment } from '../../model/time.ts'
import type { Html } from '../../web/html.ts'
import { languageName } from '../../web/i18n/language-name.ts'
import { OutsideLink } from '../../web/outside-link.tsx'
import type { View } from '../../web/view.ts'
import { CreditChainView } from './credit-chain-view.tsx'
import type { Chain } from './credit-chains.ts'
import { momentText } from './moment-text.ts'

export interface CaptureFacts {
  readonly id: CaptureId
  readonly status: number
  readonly sha256: string
  readonly fetchedAt: number
  /** 0 once retention has dropped the bytes. */
  readonly bytes: number
}

/** Where an article came from: what an editor must know before trusting it. */
export function Provenance(props: {
  readonly view: View
  readonly filed: FiledArticle
  readonly capture: CaptureFacts | null
  readonly chains: readonly Chain[]
}): Html {
  const { view, filed, capture, chains } = props
  const { t, times } = view
  const { line, article, source } = filed
  return (
    <section aria-labelledby="provenance">
      <h2 id="provenance">{t('article.provenance')}</h2>
      <dl class="facts">
        <Fact label={t('article.original')}>
          <OutsideLink to={line.address}>{readable(line.address)}</OutsideLink>
        </Fact>
        <Fact label={t('article.outlet')}>
          <a href={`/outlets/${line.outlet.id}`}>{line.outlet.name}</a> <small>{line.outlet.key}</small>
        </Fact>
        {chains.length > 0 && (
          <Fact label={t('article.credits')}>
            <CreditChainView view={view} chains={chains} />
          </Fact>
        )}
        <Fact label={t('article.source')}>
          {source === null ? (
            t('article.no-source')
          ) : (
            <a href={`/sources/${source.id}`}>{source.title || source.address}</a>
          )}
        </Fact>
        {article.publishedAt !== null && (
          <Fact label={t('article.published')}>{stated(article.publishedAt, article.textFrom, view)}</Fact>
        )}
        {article.modifiedAt !== null && (
          <Fact label={t('article.modified')}>{stated(article.modifiedAt, article.textFrom, view)}</Fact>
        )}
        <Fact label={t('article.first-seen')}>{times.full(line.firstSeenAt)}</Fact>
        <Fact label={t('article.language')}>
          {line.language === 'und' ? t('article.no-language') : languageName(line.language, view.locale)}
        </Fact>
        {article.section !== null && <Fact label={t('article.section')}>{article.section}</Fact>}
        {article.keywords.length > 0 && (
          <Fact label={t('article.keywords')}>{article.keywords.join(', ')}</Fact>
        )}
        {capture !== null && <CaptureFact view={view} capture={capture} />}
      </dl>
      {article.textFrom === 'page' && (
        <p class="how-read">
          <a href={`/articles/${line.id}/reading`}>{t('reading.link')}</a>
        </p>
      )}
    </section>
  )
}

function CaptureFact({ view, capture }: { readonly view: View; readonly capture: CaptureFacts }): Html {
  const { t, times } = view
  return (
    <Fact label={t('article.capture')}>
      {t('article.fetched', { time: times.full(capture.fetchedAt), status: String(capture.status) })}{' '}
      {capture.bytes > 0 ? (
        <a href={`/captures/${capture.id}`} download>
          {t('article.download', { count: capture.bytes })}
        </a>
      ) : (
        t('article.no-bytes')
      )}
      <br />
      <code class="hash" title={`SHA-256 ${capture.sha256}`}>
        {capture.sha256.slice(0, 16)}…
      </code>
    </Fact>
  )
}

export function Fact(props: { readonly label: string; readonly children?: Child }): Html {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** The time in our zone, and the zone that the outlet stated it in; of a feed's time the instant is all that is kept. */
function stated(moment: Moment, textFrom: Article['textFrom'], view: View): string {
  const { t } = view
  const time = momentText(moment, view)
  if (moment.zone !== null) return `${time} (${t('article.zone-stated', { zone: moment.zone })})`
  if (moment.assumedZone === undefined && textFrom === 'source') return time
  return moment.assumedZone === undefined
    ? `${time} (${t('article.zone-assumed')})`
    : `${time} (${t('article.zone-outlet', { zone: moment.assumedZone })})`
}

function readable(address: string): string {
  try {
    return decodeURI(address).replace(/^https?:\/\//, '')
  } catch {
    // URIError: percent signs that are not UTF-8.
    return address
  }
}
