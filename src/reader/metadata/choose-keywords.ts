import { hostOf } from '../../kit/address.ts'
import { metadataFiller } from '../data/metadata-filler.ts'
import { lettersOf, plainText } from '../parse/clean-text.ts'
import { isElsewhere } from './elsewhere.ts'
import { listOf, textOf } from './json-ld.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { markedAs, textWithin } from './page-data.ts'

const most = 50
const longest = 80

/**
 * What the outlet tags the article with, each once: by JSON-LD, article:tag, news_keywords, links with rel=tag, and only
 * then the keywords that are for search engines. Without the outlet's own name and words that say nothing.
 */
export function chooseKeywords(sources: MetadataSources, outletName: string): readonly string[] {
  const { article, meta, page, heading, address } = sources
  const listed = listOf(article?.keywords).map(textOf)
  const own = new Set(
    [outletName, hostOf(address), hostOf(address).replace(/^www\.|\.\w+$/g, '')].map(lettersOf),
  )
  for (const words of [
    listed.length > 1 ? listed : listed.flatMap(parted),
    meta.all('article:tag').flatMap(parted),
    meta.all('news_keywords').flatMap(parted),
    meta.all('parsely-tags').flatMap(parted),
    markedAs(page, 'rel', /\btag\b/i)
      .filter(({ tag }) => tag === 'a')
      .slice(0, most)
      .filter((node) => !isElsewhere(page, node, heading))
      .map((node) => textWithin(page, node, 100)),
    meta.all('keywords').flatMap(parted),
  ]) {
    const telling = tellingOf(words)
    if (telling.length > 0) return telling
  }
  return []

  function tellingOf(words: readonly string[]): readonly string[] {
    const byLetters = new Map<string, string>()
    for (const word of words.map(bare)) {
      const letters = lettersOf(word)
      if (letters === '' || word.length >= longest || /^https?:|^\w+:\S/.test(word)) continue
      if (own.has(letters) || metadataFiller.keyword.has(letters) || byLetters.has(letters)) continue
      byLetters.set(letters, word)
    }
    return [...byLetters.values()].slice(0, most)
  }
}

function parted(text: string): readonly string[] {
  return text.split(/[,;،、|]/)
}

function bare(word: string): string {
  return plainText(word).replace(/^[#"'“”«»\s]+|["'“”«»\s]+$/g, '')
}
