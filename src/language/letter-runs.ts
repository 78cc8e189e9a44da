import { letterFolds } from './data/letter-folds.ts'

// Every part is bounded: a text without spaces must not make them look at all of it again from each of its letters.
const addresses =
  /<[^<>]{0,500}>|(?:https?:\/\/|www\.)\S+|(?<!\S)[@#][\w.]+|[^\s@]{1,64}@[\w.-]+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,20}\b(?:\/\S*)?/gi
const apostrophes = new RegExp(`[${letterFolds.apostrophes}]`, 'g')
const amongCyrillic = /(?<=\p{Script=Cyrillic})[a-z]|[a-z](?=\p{Script=Cyrillic})/gu

/**
 * The words of a text in lower case with single spaces between them, so far as they help to tell its language:
 * addresses and names of accounts are left out, and so are tags; apostrophes stay within words, everything else that is no letter parts
 * them. A Latin letter among Cyrillic ones is the Cyrillic one that it looks like.
 */
export function letterRuns(text: string): string {
  return text
    .normalize('NFC')
    .replace(addresses, ' ')
    .toLowerCase()
    .replace(/\u00ad|\u0301/g, '')
    .replace(amongCyrillic, (letter) => letterFolds.lookAlikes.get(letter) ?? letter)
    .replace(apostrophes, "'")
    .replace(/[^\p{L}\p{M}']+/gu, ' ')
    .replace(/ '+|'+ |^'+|'+$/g, ' ')
    .trim()
}
