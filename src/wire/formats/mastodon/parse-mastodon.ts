import { z } from 'zod'
import { bareEntry } from '../../../model/bare-entry.ts'
import { Problem } from '../../../model/problem.ts'
import type { Entry } from '../../../model/source.ts'
import { parseFeed } from '../feed/parse-feed.ts'
import { absolute, type Listing, newestOf, primarySubtag } from '../listing.ts'
import { parseDate } from '../parse-date.ts'
import { firstSentence, plainText } from '../plain-text.ts'

/** `@name@host`, `https://host/@name` or its feed → https://host/@name; null when it is none. */
export function mastodonAccount(address: string): string | null {
  const text = address.trim()
  const handle = /^@([\w.-]+)@([\w.-]+\.[a-z]{2,}(?::\d+)?)$/i.exec(text)
  if (handle !== null) return `https://${handle[2]?.toLowerCase()}/@${handle[1]}`
  const page = /^(https?:\/\/[^/?#]+)\/@(\w[\w.-]*?)(?:@([\w.-]+))?(?:\.rss)?\/?$/i.exec(text)
  if (page === null) return null
  return `${page[3] === undefined ? page[1] : `https://${page[3]}`}/@${page[2]}`
}

/** The account's own RSS (`https://host/@name.rss`): each post is an entry that needs no page of its own. */
export function parseMastodonFeed(text: string, address: string): Listing {
  const feed = parseFeed(text, address, 'posts')
  const authors = feed.title === null ? [] : [feed.title]
  return { ...feed, entries: feed.entries.map((entry) => ({ ...entry, authors })) }
}

const accountShape = z.object({ id: z.string() })

/** An account as the API names it to itself. */
export interface MastodonAccount {
  readonly id: string
}

const statusShape = z.object({
  url: z.string().nullish(),
  uri: z.string(),
  created_at: z.string(),
  edited_at: z.string().nullish(),
  content: z.string(),
  spoiler_text: z.string().default(''),
  language: z.string().nullish(),
  reblog: z.unknown().nullish(),
  account: z.object({ display_name: z.string().default(''), acct: z.string() }),
  media_attachments: z
    .array(z.object({ type: z.string(), url: z.string().nullish(), preview_url: z.string().nullish() }))
    .default([]),
  tags: z.array(z.object({ name: z.string() })).default([]),
})

/** The answer of /api/v1/accounts/lookup. */
export function parseMastodonAccount(text: string, address: string): MastodonAccount {
  return parsed(accountShape, text, address)
}

/** The answer of /api/v1/accounts/ID/statuses: the account's own posts, without those it only passes on. */
export function parseMastodonStatuses(text: string, address: string): Listing {
  const statuses = parsed(z.array(statusShape), text, address).filter((status) => !status.reblog)
  const entries = statuses.flatMap((status) => entryOf(status, address) ?? [])
  return {
    title: statuses[0]?.account.display_name || null,
    language: null,
    home: null,
    entries: newestOf(entries, (entry) => entry.publishedAt),
  }
}

function entryOf(status: z.infer<typeof statusShape>, base: string): Entry | null {
  const address = absolute(status.url ?? status.uri, base)
  const headline = firstSentence(status.spoiler_text) ?? firstSentence(plainText(status.content))
  if (address === null || headline === null) return null
  return {
    ...bareEntry(address),
    headline,
    html: status.content,
    whole: true,
    publishedAt: parseDate(status.created_at),
    modifiedAt: parseDate(status.edited_at),
    authors: [status.account.display_name || status.account.acct],
    categories: status.tags.map((tag) => tag.name),
    images: status.media_attachments
      .filter((media) => media.type === 'image')
      .flatMap((media) => absolute(media.url ?? media.preview_url, base) ?? []),
    language: primarySubtag(status.language),
  }
}

function parsed<Shape>(shape: z.ZodType<Shape>, text: string, address: string): Shape {
  try {
    return shape.parse(JSON.parse(text))
  } catch (cause) {
    throw new Problem('wire/not-an-account', `${address} is no Mastodon account that can be read.`, { cause })
  }
}
