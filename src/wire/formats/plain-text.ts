import { Parser } from 'htmlparser2'

/** The words of a piece of HTML: entities decoded, blocks and breaks as '\n', other white space collapsed. */
export function plainText(html: string | null | undefined): string {
  if (html === null || html === undefined) return ''
  if (!/[<&]/.test(html)) return tidy(html.replace(/\s+/g, ' '))
  let text = ''
  let silent = 0
  const parser = new Parser(
    {
      onopentagname(name) {
        if (silentTags.has(name)) silent += 1
        else if (blockTags.has(name)) text += '\n'
      },
      onclosetag(name) {
        if (silentTags.has(name)) silent -= 1
        else if (blockTags.has(name)) text += '\n'
      },
      ontext(part) {
        if (silent === 0) text += part.replace(/\s+/g, ' ')
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return tidy(text)
}

/** One line of text for a headline, or null when there is none. Text encoded twice over is decoded. */
export function headlineText(html: string | null | undefined): string | null {
  const once = plainText(html)
  const text = (/&(#\d+|#x[\da-f]+|\w+);/i.test(once) ? plainText(once) : once).replace(/\s+/g, ' ')
  return text === '' ? null : text
}

/** What a post that has no headline begins with: its first line, or the first sentence of a long one. */
export function firstSentence(text: string): string | null {
  const line = text
    .split('\n')
    .find((part) => /[\p{L}\d]/u.test(part))
    ?.trim()
  if (line === undefined) return null
  const sentence = /^.{15,}?[.!?…]+(?=\s+["«“(]?[\p{Lu}\d])/u.exec(line)?.[0] ?? line
  const bare = sentence.length > longest ? `${sentence.slice(0, longest).replace(/\s+\S*$/, '')}…` : sentence
  return bare.replace(/(?<![.…])\.$/, '')
}

const longest = 160
const silentTags = new Set(['script', 'style', 'noscript', 'template', 'title'])
const blockTags = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote pre table tr section article figure figcaption hr dl dt dd'.split(
    ' ',
  ),
)

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
