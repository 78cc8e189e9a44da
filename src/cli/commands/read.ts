import type { Article, Block, Embed, List, LiveEntry } from '../../model/article.ts'
import { blockText } from '../../model/block-text.ts'
import type { Explanation } from '../../model/explanation.ts'
import { signedBy } from '../../model/signed-by.ts'
import { explain, read as readPage } from '../../reader/index.ts'
import { type Call, type Command, exitCode, jsonOption, UsageError } from '../command.ts'
import { explanationText } from '../explanation-text.ts'
import { localTime } from '../local-time.ts'
import { type PageOrText, readInput } from '../read-input.ts'

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

function explained(call: Call, input: PageOrText): number {
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

function articleText(article: Article, { terminal: { style }, configuration: { zone } }: Call): string {
  const facts = [
    signedBy(article).join(', '),
    article.publishedAt && localTime(article.publishedAt.at, zone),
    article.language,
    article.outletName,
  ].filter((fact) => fact !== null && fact !== '')
  return [
    style.bold(article.headline),
    style.faint(facts.join(' · ')),
    article.lead,
    ...article.blocks.map(blockLine),
    ...(article.entries ?? []).flatMap((entry) => entryLines(entry, zone)),
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

function entryLines({ headline, at, blocks }: LiveEntry, zone: string): readonly string[] {
  const opening = joined(at === null ? '' : localTime(at.at, zone), headline ?? '')
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
