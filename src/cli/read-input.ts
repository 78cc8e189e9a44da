import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { identifyLanguage } from '../language/identify-language.ts'
import type { Reading } from '../model/article.ts'
import { Problem } from '../model/problem.ts'
import { decodePage, type ReaderInput, readPlainText } from '../reader/index.ts'
import { type Call, UsageError } from './command.ts'
import { noFile } from './no-file.ts'
import { readRules } from './read-rules.ts'
import { withFetcher } from './with-fetcher.ts'

/** Plain text is read already: it has no elements, and so no rules. */
export type PageOrText =
  | { readonly kind: 'page'; readonly page: ReaderInput }
  | { readonly kind: 'text'; readonly reading: Reading }

/**
 * What `wiredesk read` was given: a file, an address or - for standard input. Problems: cli/no-file, cli/no-page,
 * cli/not-a-page, and those of rules and of fetching.
 */
export async function readInput(call: Call): Promise<PageOrText> {
  const [input = ''] = call.arguments
  const file = call.text('rules')
  const rules = file === undefined ? null : await readRules(file)
  const given = await readGiven(call, input)
  const { bytes, contentType = 'text/plain', address } = given
  if (isBinary(decodePage(bytes.subarray(0, 4096), contentType).text))
    throw new Problem(
      'cli/not-a-page',
      `${input} holds neither a page nor text: a picture, a PDF, an archive?`,
    )
  if (isFetched(input) || looksLikeHtml(bytes))
    return { kind: 'page', page: { ...given, rules, identifyLanguage } }
  if (rules !== null) throw new UsageError('--rules is for pages; this is plain text, which has no elements.')
  const { text } = decodePage(bytes, contentType)
  return { kind: 'text', reading: readPlainText(text, address, identifyLanguage) }
}

type Given = Pick<ReaderInput, 'address' | 'contentType' | 'fetchedAt'> & { readonly bytes: Uint8Array }

async function readGiven(call: Call, input: string): Promise<Given> {
  if (isFetched(input)) return await fetchPage(call, input)
  const address = call.text('address')
  if (input === '-') return { bytes: await call.terminal.readBytes(), address: address ?? 'about:blank' }
  if (/^[a-z][a-z0-9+.-]+:/i.test(input))
    throw new Problem('cli/no-page', `${input} cannot be read: an address begins with http:// or https://.`)
  return { bytes: await fileBytes(input), address: address ?? pathToFileURL(input).href }
}

function isFetched(input: string): boolean {
  return /^https?:\/\//i.test(input)
}

async function fetchPage(call: Call, address: string): Promise<Given> {
  return await withFetcher(call.configuration, async (fetcher) => {
    const answer = await fetcher.fetch({ address, purpose: 'article' })
    if (answer.kind !== 'fetched') {
      const status = answer.kind === 'refused' ? answer.status : 304
      throw new Problem('cli/no-page', `${address} answered ${status}, so there is no page to read.`)
    }
    const { bytes, fetchedAt, finalAddress, headers } = answer.capture
    return { bytes, fetchedAt, address: finalAddress, contentType: headers['content-type'] ?? null }
  })
}

async function fileBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    // What people paste is often an address without its beginning.
    if (/^[^/\s]+\.[a-z]{2,}(\/|$)/i.test(file) && (cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Problem(
        'cli/no-file',
        `${file} cannot be read: there is no such file. Of an address give all: https://${file}`,
        { cause },
      )
    throw noFile(file, cause)
  }
}

/** A tag near the beginning, in any encoding that keeps ASCII (UTF-16 leaves a zero byte between letters). */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '')
  return /<(!doctype|html|head|body|meta|div|p|article|main|title|h1|a|script|!--)\b/i.test(beginning)
}

/**
 * One in fifty is a control character that texts do not hold, "binary data bytes" of the MIME Sniffing Standard; of
 * bytes that are compressed one in ten is. A stray one stands in many a page.
 */
function isBinary(beginning: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const strange = beginning.match(/[\x00-\x08\x0B\x0E-\x1A\x1C-\x1F]/g) ?? []
  return beginning.startsWith('%PDF-') || strange.length * 50 > beginning.length
}
