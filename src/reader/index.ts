/** The reader's public face, also as `wiredesk/reader`: pure, synchronous, never throwing. */
export { emptyMemory, type OutletMemory, type PageNote, remember } from '../model/outlet-memory.ts'
export { type DecodedPage, decodePage } from './decode/decode-page.ts'
export { explain } from './explain.ts'
export { type ReaderInput, read, readAndNote } from './read.ts'
export { readEntry } from './read-entry.ts'
export { readPlainText } from './read-plain-text.ts'
export { selectorProblem } from './rules/selector-problem.ts'
export type { IdentifyLanguage } from './text-language.ts'
