import type { TextLink } from '../../model/article.ts'
import type { LanguageTag } from '../../model/language-tag.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A text cut into tokens and sentences, as every part of the room takes it. */
export interface ParsedText {
  readonly text: string
  readonly language: LanguageTag
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly links: readonly TextLink[]
}

/** Cuts a text; `links` are at its offsets. */
export function parseText(text: string, language: LanguageTag, links: readonly TextLink[] = []): ParsedText {
  const tokens = tokensOf(text)
  return { text, language, tokens, sentences: sentencesOf(text, tokens, language), links }
}
