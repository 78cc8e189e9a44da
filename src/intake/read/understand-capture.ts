import type { Filing, IndexText } from '../../archive/archive.ts'
import { canonicalAddress } from '../../kit/address.ts'
import { sha256 } from '../../kit/hash.ts'
import { whenClocksShow } from '../../kit/zone-offset.ts'
import { identifyLanguage } from '../../language/identify-language.ts'
import { indexArticle } from '../../language/index-article.ts'
import { markArticle } from '../../language/mark-article.ts'
import type { Article, Reading } from '../../model/article.ts'
import { bodyText } from '../../model/block-text.ts'
import type { Marks } from '../../model/marks.ts'
import type { PageNote } from '../../model/outlet-memory.ts'
import type { OutletRules } from '../../model/outlet-rules.ts'
import type { Entry } from '../../model/source.ts'
import type { EpochMs } from '../../model/time.ts'
import { contentForm, type IdentifyLanguage, readAndNote, readEntry } from '../../reader/index.ts'
import { hasEnoughText } from '../fetch/has-enough-text.ts'
import { inOutletZone } from './in-outlet-zone.ts'
import { type OutletsMemory, parseMemory } from './parse-memory.ts'
import { publishedTime } from './published-time.ts'
import { trustCanonical } from './trust-canonical.ts'
import { withoutNul } from './without-nul.ts'

/** A capture and what is known of it, as plain data that can be handed to another thread. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly status: number
  readonly contentType: string | null
  /** The canonical address that was to be fetched. */
  readonly address: string
  readonly finalAddress: string
  readonly fetchedAt: EpochMs
  readonly entry: Entry
  readonly outletName: string | null
  /** IANA: what is known of the clocks that its times without a zone are told by. */
  readonly outletZone: string | null
  /** What the operator says of this outlet's pages. */
  readonly rules: OutletRules | null
  /** What its other pages taught. */
  readonly memory: OutletsMemory | null
  /** An article is filed already, and this is another look at its page. */
  readonly isCheck: boolean
}

export type Understanding =
  | {
      readonly kind: 'article'
      readonly article: Article
      readonly filedAs: Filing['kind']
      readonly indexText: IndexText
      readonly marks: Marks
      readonly contentHash: string
      readonly note: PageNote | null
    }
  | { readonly kind: 'nothing'; readonly reading: Reading['kind']; readonly why: string }

/**
 * Reads a capture and makes all of it that is filed. The source's own text is taken when the page was refused, is no
 * article or stops at a paywall; an article that is filed already stays as it is then.
 */
export function understandCapture(task: ReadTask): Understanding {
  const { entry, isCheck } = task
  if (entry.whole || task.status < 200 || task.status > 299) return fromSource(task)
  const { bytes, contentType, fetchedAt, rules } = task
  const { reading, note } = readAndNote({
    bytes,
    address: task.finalAddress,
    contentType,
    fetchedAt,
    rules,
    memory: parseMemory(task.memory),
    identifyLanguage: identifierFor(entry),
  })
  switch (reading.kind) {
    case 'article':
    case 'live-blog':
    case 'gallery':
    case 'video':
      return understood(task, withEntry(reading.article, entry), reading.kind, note)
    case 'paywall-stub':
      if (isCheck) return { kind: 'nothing', reading: reading.kind, why: reading.why }
      return sourceSaysMore(task, reading.article)
        ? fromSource(task)
        : understood(task, withEntry(reading.article, entry), reading.kind, note)
    default:
      return !isCheck && hasEnoughText(entry)
        ? fromSource(task)
        : { kind: 'nothing', reading: reading.kind, why: reading.why }
  }
}

function fromSource(task: ReadTask): Understanding {
  const article = readEntry(task.entry, {
    outletName: task.outletName,
    identifyLanguage: identifierFor(task.entry),
  })
  const whole = { ...article, address: task.address }
  return understood({ ...task, finalAddress: task.address }, whole, 'article', null)
}

function sourceSaysMore({ entry }: ReadTask, stub: Article): boolean {
  return hasEnoughText(entry) && bodyText(readEntry(entry)).length > bodyText(stub).length
}

/** What the page leaves out, the source may have said. */
function withEntry(article: Article, entry: Entry): Article {
  const [image] = entry.images
  return {
    ...article,
    headline: article.headline || (entry.headline ?? ''),
    authors: article.authors.length > 0 ? article.authors : entry.authors,
    keywords: article.keywords.length > 0 ? article.keywords : entry.categories,
    image:
      article.image ?? (image === undefined ? null : { address: image, alt: '', width: null, height: null }),
  }
}

function understood(
  task: ReadTask,
  asRead: Article,
  filedAs: Filing['kind'],
  note: PageNote | null,
): Understanding {
  const read = withoutNul(asRead)
  // What stands in the source's own text are the source's times.
  const zone = read.textFrom === 'page' || task.entry.zoneUnknown === true ? task.outletZone : null
  const article: Article = {
    ...read,
    address: addressOf(read, task),
    publishedAt: publishedTime(inOutletZone(read.publishedAt, zone), listedTime(task), task.fetchedAt),
    modifiedAt: inOutletZone(read.modifiedAt, zone),
  }
  return {
    kind: 'article',
    article,
    filedAs,
    indexText: indexArticle(article),
    marks: markArticle(article, task.outletZone),
    contentHash: sha256(contentForm(article)),
    note,
  }
}

/** When its source says that it was published. */
function listedTime({ entry: { publishedAt, zoneUnknown }, outletZone }: ReadTask): EpochMs | null {
  return publishedAt === null || outletZone === null || zoneUnknown !== true
    ? publishedAt
    : whenClocksShow(publishedAt, outletZone)
}

/** A page that declares no language is taken to be in the one that its source declares. */
function identifierFor({ language }: Entry): IdentifyLanguage {
  const ofSource = language?.split('-')[0]?.toLowerCase()
  return (text, declared = ofSource) => identifyLanguage(text, declared)
}

function addressOf(read: Article, { finalAddress, address }: ReadTask): string {
  if (read.textFrom === 'source') return address
  return trustCanonical(read.address, canonicalAddress(finalAddress) ?? address)
}
