import type { Token } from '../text/tokens.ts'

/** The name of a site («press.lv») that begins at a token, and where it ends; null for none. */
export function siteAt(text: string, tokens: readonly Token[], at: number): { readonly last: number } | null {
  const dot = tokens[at + 1]
  if (dot?.text !== '.' && dot?.kind !== 'word') return null
  let last = at
  while (last < at + 8 && tokens[last + 1] !== undefined && tokens[last]?.end === tokens[last + 1]?.start)
    last += 1
  for (let end = last; end >= at + 2; end -= 1) {
    const written = text.slice(tokens[at]?.start ?? 0, tokens[end]?.end ?? 0)
    if (written.length <= longest && site.test(written)) return { last: end + 1 }
  }
  return null
}

const longest = 60
const site =
  /^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+){0,3}\.(?:com|net|org|info|media|news|online|tv|fm|today|live|press|agency|ru|рф|su|ua|укр|kz|by|kg|uz|tj|az|am|ge|md|lv|lt|ee|pl|cz|de|uk|eu|io|me|fr|it|es|nl|be|il|tr|in|cn|jp|us|ca|au)$/iu
