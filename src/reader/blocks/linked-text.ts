import type { LinkedText } from '../../model/article.ts'
import type { Passage } from '../body/passages.ts'
import { absolute } from '../parse/page-address.ts'

/** A passage with the addresses of its links made absolute; links that lead nowhere are left out. */
export function linkedText({ text, links }: Passage, base: string): LinkedText {
  return {
    text,
    links: links.flatMap((link) => {
      const address = absolute(link.address, base)
      return address === null ? [] : [{ ...link, address }]
    }),
  }
}

/** Texts on lines of their own. */
export function joinLines(texts: readonly LinkedText[]): LinkedText {
  let offset = 0
  const links = texts.flatMap(({ text, links }) => {
    const moved = links.map((link) => ({ ...link, start: link.start + offset, end: link.end + offset }))
    offset += text.length + 1
    return moved
  })
  return { text: texts.map(({ text }) => text).join('\n'), links }
}
