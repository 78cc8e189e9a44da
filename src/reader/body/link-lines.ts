import type { Passage } from './passages.ts'
import { endsSentence } from './prose.ts'
import { role } from './role.ts'

/** Whether an address is of another page of the outlet. */
type IsOther = (address: string) => boolean

/** 'See also: the bridge on the Alder opens', where the words behind the colon lead to another page of the outlet. */
export function leadsOn({ text, links, weight, roles }: Passage, isOther: IsOther): boolean {
  const [link] = links
  if (link === undefined || links.length > 1 || weight > 250 || link.end < text.length - 1) return false
  return (
    /^[^.:!?]{3,30}:\s*$/.test(text.slice(0, link.start)) &&
    link.end - link.start > 30 &&
    !endsSentence(text) &&
    (roles & role.item) === 0 &&
    isOther(link.address)
  )
}

/** An address of another house that is written out, in a paragraph of its own: the text gives it. */
export function isWrittenAddress({ node, text, links, roles }: Passage, isOther: IsOther): boolean {
  return (
    node.tag === 'p' &&
    (roles & (role.item | role.cell)) === 0 &&
    links.length === 1 &&
    /^\S*(?:@|:\/\/)\S*$/.test(text) &&
    !isOther(links[0]?.address ?? '')
  )
}
