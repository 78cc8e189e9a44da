import type { Passage } from './passages.ts'
import { endsSentence } from './prose.ts'
import { role } from './role.ts'
import { otherPages } from './teasers.ts'

/**
 * Where, in the page, calls begin behind the text: lines set as it is that send the reader to a newsletter, a channel or
 * an app of the outlet, and lists of other articles. They are known by where their links lead. Infinity without any.
 */
export function callsAtEnd(kept: readonly Passage[], address: string): number {
  const isOther = otherPages(address)
  let from = Number.POSITIVE_INFINITY
  for (let at = kept.length - 1; at > 0; at--) {
    const passage = kept[at] as Passage
    if (!isCall(passage, address) && !isMore(passage, isOther)) break
    from = passage.start
  }
  return from
}

function isCall({ text, links, weight }: Passage, base: string): boolean {
  return weight < 350 && (links.some((link) => leadsToSubscribe(link.address)) || namesOwnMail(text, base))
}

/** Pages of the outlet at other houses, without a path to a single post; and where one signs up. */
function leadsToSubscribe(address: string): boolean {
  return (
    /^(?:https?:)?\/\/(?:www\.|m\.)?(?:facebook|twitter|x|instagram|threads|t|telegram|vk|bsky)\.(?:com|net|me|app)\/(?:profile\/)?@?[\w.-]+\/?(?:\?.*)?$/i.test(
      address,
    ) ||
    /^(?:https?:)?\/\/(?:apps\.apple|itunes\.apple|play\.google|news\.google|whatsapp|chat\.whatsapp)\.com\//i.test(
      address,
    ) ||
    /^(?:https?:)?\/\/(?:www\.)?(?:youtube\.com\/(?:@|c\/|user\/|channel\/)|tiktok\.com\/@[\w.-]+\/?$|linkedin\.com\/company)/i.test(
      address,
    ) ||
    /newsletter|subscri|sign-?up(?![a-z])|mailchi\.mp/i.test(address)
  )
}

/** 'desk@outlet.example' on a page of outlet.example. */
function namesOwnMail(text: string, base: string): boolean {
  const mail = /[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/.exec(text)?.[1]
  return (
    mail !== undefined &&
    URL.canParse(base) &&
    `.${new URL(base).hostname}`.endsWith(`.${mail.toLowerCase()}`)
  )
}

/** A line or an item of a list that is a headline of the outlet's, not a sentence. */
function isMore(passage: Passage, isOther: (address: string) => boolean): boolean {
  const { text, links, roles, weight } = passage
  return (
    weight < 200 &&
    !endsSentence(text) &&
    (passage.linkDensity > 0.5 || (roles & role.item) !== 0) &&
    links.some((link) => isOther(link.address))
  )
}
