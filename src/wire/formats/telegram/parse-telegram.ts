import { getInnerHTML } from 'domutils'
import { bareEntry } from '../../../model/bare-entry.ts'
import type { Entry } from '../../../model/source.ts'
import { all, attribute, type Document, type Element, first, parsePage, textOf } from '../document.ts'
import { absolute, type Listing, newestOf } from '../listing.ts'
import { parseDate } from '../parse-date.ts'
import { firstSentence, plainText } from '../plain-text.ts'

export function isTelegram(html: string): boolean {
  return /class="[^"]*\btgme_(widget_message|channel_info|page)\b/.test(html)
}

/** A pasted address of a channel → its public preview, https://t.me/s/NAME; null when it is none. */
export function telegramPreview(address: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\/(?:s\/)?(\w{3,})(?:\/\d*)?\/?(?:[?#].*)?$/i.exec(
      address.trim(),
    )
  return match === null || match[1] === 'joinchat' ? null : `https://t.me/s/${match[1]}`
}

/**
 * The public preview page of a Telegram channel. Each post that has words is an entry that needs no page of its
 * own: its headline is the first line or sentence, its HTML the text, before it whom it was forwarded from.
 */
export function parseTelegram(html: string, address: string): Listing {
  const page = parsePage(html)
  const entries = all('.tgme_widget_message[data-post]', page)
    .filter((post) => !/\bservice_message\b/.test(attribute(post, 'class') ?? ''))
    .flatMap((post) => entryOf(post, address) ?? [])
  return {
    title: titleOf(page),
    language: null,
    home: null,
    // The preview lists the oldest first.
    entries: newestOf(entries.reverse(), (entry) => entry.publishedAt),
  }
}

function titleOf(page: Document): string | null {
  const title =
    textOf(first('.tgme_channel_info_header_title', page)) || textOf(first('.tgme_header_title', page))
  return title || attribute(first('meta[property="og:title"]', page), 'content') || null
}

function entryOf(post: Element, base: string): Entry | null {
  const own = (selector: string): Element[] =>
    all(selector, post).filter((element) => !isWithin(element, 'tgme_widget_message_reply'))
  const text = own('.tgme_widget_message_text').at(-1)
  const html = text === undefined ? '' : getInnerHTML(text, { encodeEntities: 'utf8' })
  const address =
    absolute(attribute(first('a.tgme_widget_message_date', post), 'href'), base) ??
    `https://t.me/${attribute(post, 'data-post')}`
  const headline = firstSentence(plainText(html))
  if (headline === null) return null
  const images = own('.tgme_widget_message_photo_wrap, .tgme_widget_message_video_thumb').flatMap(
    (element) => absolute(/url\(['"]?([^'")]+)/.exec(attribute(element, 'style') ?? '')?.[1], base) ?? [],
  )
  const author = textOf(first('.tgme_widget_message_from_author', post))
  return {
    ...bareEntry(address),
    headline,
    html: `${forwardedFrom(post, base)}${html}`,
    whole: true,
    publishedAt: parseDate(
      attribute(first('.tgme_widget_message_date time[datetime]', post) ?? null, 'datetime'),
    ),
    authors: author === '' ? [] : [author],
    images: [...new Set(images)],
  }
}

function forwardedFrom(post: Element, base: string): string {
  const line = first('.tgme_widget_message_forwarded_from', post)
  if (line === null) return ''
  const name = first('.tgme_widget_message_forwarded_from_name', line)
  const origin = absolute(attribute(name, 'href'), base)
  const words = escaped(textOf(line))
  return `<p>${origin === null ? words : `<a href="${escaped(origin)}">${words}</a>`}</p>`
}

function isWithin(element: Element, className: string): boolean {
  for (let node: Element['parent'] = element.parent; node !== null; node = node.parent)
    if ('attribs' in node && node.attribs.class?.split(/\s+/).includes(className)) return true
  return false
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
