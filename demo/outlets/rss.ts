import { mailDate } from '../local-time.ts'
import { blocks, escaped, plain } from '../markup.ts'
import type { Answer, CurrentReport, Edition } from '../outlet.ts'

/** RSS 2.0 of the newest thirty: with the whole text, or the lead only. */
export function rss(
  edition: Edition,
  options: {
    readonly full: boolean
    readonly description: string
    readonly linkOf?: (current: CurrentReport) => string
    readonly creator?: string
  },
): Answer {
  const { outlet, origin, reports } = edition
  const newest = reports.slice(0, 30)
  const items = newest.map((current) => item(current, edition, options))
  const body = `<?xml version="1.0" encoding="${outlet.charset}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escaped(outlet.title)}</title>
<link>${origin}/</link>
<description>${escaped(options.description)}</description>
<language>${outlet.language}</language>
<ttl>1</ttl>
${items.join('\n')}
</channel>
</rss>
`
  const modifiedAt = Math.max(0, ...newest.map(({ since }) => since))
  return { type: `application/rss+xml; charset=${outlet.charset}`, body, modifiedAt }
}

function item(
  current: CurrentReport,
  edition: Edition,
  { full, linkOf, creator }: Parameters<typeof rss>[1],
): string {
  const { report, address, headline, lead, body } = current
  const { outlet, origin } = edition
  const author = report.author ?? creator
  const text = [lead === null ? '' : `<p>${escaped(plain(lead))}</p>`, ...blocks(body, edition)].join('\n')
  const lines = [
    `<title>${escaped(headline)}</title>`,
    `<link>${escaped(linkOf?.(current) ?? address)}</link>`,
    `<guid isPermaLink="false">${outlet.host}-${report.number}</guid>`,
    `<pubDate>${mailDate(report.publishedAt, outlet)}</pubDate>`,
    `<category>${escaped(outlet.sections[report.topic][1])}</category>`,
    `<description>${escaped(plain(lead ?? body[0] ?? ''))}</description>`,
    author === undefined ? '' : `<dc:creator>${escaped(author)}</dc:creator>`,
    report.picture === null
      ? ''
      : `<enclosure url="${origin}/media/${report.id}.svg" type="image/svg+xml" length="900"/>`,
    full ? `<content:encoded><![CDATA[${text}]]></content:encoded>` : '',
  ]
  return `<item>\n${lines.filter((line) => line !== '').join('\n')}\n</item>`
}
