import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { identifyLanguage } from '../../language/identify-language.ts'
import type { Article, Block, Embed, List, LiveEntry, Reading } from '../../model/article.ts'
import { blockText } from '../../model/block-text.ts'
import type { Explanation } from '../../model/explanation.ts'
import { Problem } from '../../model/problem.ts'
import { signedBy } from '../../model/signed-by.ts'
import { decodePage, explain, type ReaderInput, read as readPage, readPlainText } from '../../reader/index.ts'
import { type Call, type Command, exitCode, jsonOption, UsageError } from '../command.ts'
import { explanationText } from '../explanation-text.ts'
import { readRules } from '../read-rules.ts'
import { withFetcher } from '../with-fetcher.ts'

export const read: Command = {
  name: 'read',
  summary: 'print the article of a page: a file, an address, or scraped text',
  usage: 'FILE|ADDRESS|-',
  help: `
Reads a page down to the article itself and prints it: headline, lead, who wrote it and when, the text.
Takes an HTML file, plain text scraped from a page, the address of a page, or - for standard input.
Nothing is kept.

  wiredesk read page.html
  wiredesk read https://example.com/news/1
  pbpaste | wiredesk read -

With --explain it prints instead all text of the page in page order: + kept, - dropped, and why.
With --rules it reads by an outlet's rules, CSS selectors in a JSON file, to try them before they are saved:

  wiredesk read page.html --explain --rules rules.json
  {"keep": [".note"], "drop": [".promo", "p:has(> a.more)"], "title": "h2.headline", "date": "time"}`,
  options: {
    ...jsonOption,
    address: {
      type: 'string',
      value: 'ADDRESS',
      help: 'where a file came from, so that its links lead somewhere',
    },
    explain: { type: 'boolean', help: 'say of every passage of the page why it was kept or dropped' },
    rules: { type: 'string', value: 'FILE', help: 'read by the rules in this JSON file' },
  },
  arguments: { min: 1, max: 1 },
  async run(call) {
    const input = await readInput(call)
    if (call.flag('explain')) return explained(call, input)
    const reading = input.kind === 'page' ? readPage(input.page) : input.reading
    if (call.flag('json')) {
      call.terminal.print(JSON.stringify(reading, null, 2))
    } else if ('article' in reading) {
      if (reading.kind !== 'article') call.terminal.say(`A ${reading.kind.replace('-', ' ')}: ${reading.why}`)
      call.terminal.print(articleText(reading.article, call))
    } else {
      call.terminal.say(`No article here, but a page of the kind “${reading.kind}”: ${reading.why}`)
    }
    return 'article' in reading ? exitCode.ok : exitCode.nothingFound
  },
}

function explained(call: Call, input: Input): number {
  if (input.kind === 'text')
    throw new UsageError('--explain is for pages; this is plain text, which has no elements.')
  const { reading, trace } = explain(input.page)
  const explanation: Explanation = { reading, trace }
  const { terminal } = call
  terminal.print(
    call.flag('json')
      ? JSON.stringify(explanation, null, 2)
      : explanationText(explanation, terminal.style, terminal.columns),
  )
  return 'article' in reading ? exitCode.ok : exitCode.nothingFound
}

/** Plain text is read already: it has no elements, and so no rules. */
type Input =
  | { readonly kind: 'page'; readonly page: ReaderInput }
  | { readonly kind: 'text'; readonly reading: Reading }

async function readInput(call: Call): Promise<Input> {
  const [input = ''] = call.arguments
  const file = call.text('rules')
  const rules = file === undefined ? null : await readRules(file)
  if (/^https?:\/\//i.test(input))
    return { kind: 'page', page: { ...(await fetchPage(call, input)), rules, identifyLanguage } }
  const bytes = input === '-' ? Buffer.from(await call.terminal.readInput()) : await fileBytes(input)
  const address = call.text('address') ?? (input === '-' ? 'about:blank' : pathToFileURL(input).href)
  if (rules !== null && !looksLikeHtml(bytes))
    throw new UsageError('--rules is for pages; this is plain text, which has no elements.')
  return looksLikeHtml(bytes)
    ? { kind: 'page', page: { bytes, address, rules, identifyLanguage } }
    : {
        kind: 'text',
        reading: readPlainText(decodePage(bytes, 'text/plain').text, address, identifyLanguage),
      }
}

async function fetchPage(call: Call, address: string): Promise<ReaderInput> {
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
    throw new Problem('cli/no-file', `${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

/** A tag near the beginning, in any encoding that keeps ASCII (UTF-16 leaves a zero byte between letters). */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '')
  return /<(!doctype|html|head|body|meta|div|p|article|main|title|h1|a|script|!--)\b/i.test(beginning)
}

function articleText(article: Article, { terminal: { style } }: Call): string {
  const facts = [
    signedBy(article).join(', '),
    article.publishedAt && new Date(article.publishedAt.at).toISOString(),
    article.language,
    article.outletName,
  ].filter((fact) => fact !== null && fact !== '')
  return [
    style.bold(article.headline),
    style.faint(facts.join(' · ')),
    article.lead,
    ...article.blocks.map(blockLine),
    ...(article.entries ?? []).flatMap(entryLines),
    style.faint(article.address),
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n\n')
}

function blockLine(block: Block): string {
  const text = blockText(block)
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${text}`
    case 'quote':
      return text.replace(/^/gm, '> ')
    case 'list':
      return listLines(block).join('\n')
    case 'figure':
      return `[picture] ${joined(text, block.credit) || block.images[0]?.address || ''}`
    case 'gallery':
      return block.pictures
        .map(
          ({ image, caption, credit }) =>
            `[picture] ${joined(caption, credit) || image.alt || image.address}`,
        )
        .join('\n')
    case 'video':
      return `[video] ${joined(text, block.address)}`
    case 'embed':
      return `[${block.provider}] ${joined(authorOf(block), text, block.address)}`
    default:
      return text
  }
}

function authorOf({ author, handle }: Embed): string {
  return [author, handle].filter((part) => part !== undefined && part !== '').join(' ')
}

function entryLines({ headline, at, blocks }: LiveEntry): readonly string[] {
  const opening = joined(at === null ? '' : new Date(at.at).toISOString(), headline ?? '')
  return [opening, ...blocks.map(blockLine)]
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' — ')
}

function listLines({ ordered, items }: List): readonly string[] {
  return items.flatMap(({ text, inner }, index) => [
    `${ordered ? `${index + 1}.` : '-'} ${text}`,
    ...(inner === undefined ? [] : listLines(inner).map((line) => `  ${line}`)),
  ])
}
