import type { Article } from '../model/article.ts'
import { bodyText } from '../model/block-text.ts'
import type { LanguageTag } from '../model/language-tag.ts'

/** Tells the language of a text; `declared` is what its page or source says, where it says one. */
export type IdentifyLanguage = (text: string, declared?: LanguageTag) => LanguageTag

/** So much of an article tells its language. */
const enoughCharacters = 2000

/**
 * The article in the language of its text, not of its page's attribute. Without a way to identify it, what was declared
 * stands, unless the text is in a script that this language is not written in: then it is 'und'.
 */
export function inTextLanguage(article: Article, identify: IdentifyLanguage = ofSameScript): Article {
  const { headline, lead, language } = article
  const text = `${headline}\n${lead ?? ''}\n${bodyText(article).slice(0, enoughCharacters)}`
  return { ...article, language: identify(text, language === 'und' ? undefined : language) }
}

function ofSameScript(whole: string, declared: LanguageTag = 'und'): LanguageTag {
  const text = whole.slice(0, enoughForScript)
  const script = scriptOf(declared)
  // Of scripts that no expression can name (Japanese is three), nothing is said.
  if (script === null) return declared
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 20) return declared
  const own = text.match(script)?.length ?? 0
  return own * 3 < letters ? 'und' : declared
}

/** Far fewer characters show the script. */
const enoughForScript = 600

const scripts = new Map<LanguageTag, RegExp | null>()

/** The letters that a language is mostly written in, by CLDR's likely subtags; null where that is not one script. */
function scriptOf(language: LanguageTag): RegExp | null {
  let script = scripts.get(language)
  if (script === undefined) {
    script = likelyScript(language)
    scripts.set(language, script)
  }
  return script
}

function likelyScript(language: LanguageTag): RegExp | null {
  // Written in two scripts today.
  if (/^(?:sr|uz|kk|az|bs|tg|tk|ku|mn|pa|und)$/.test(language)) return null
  try {
    const name = new Intl.Locale(language).maximize().script ?? ''
    const combined = { Hans: 'Han', Hant: 'Han' }[name] ?? name
    return new RegExp(`\\p{Script=${combined}}`, 'gu')
  } catch {
    return null
  }
}
