import { Problem } from '../model/problem.ts'
import type { Fetcher, FetchRequest } from './fetch-types.ts'
import { decodeText } from './formats/decode-text.ts'
import { eachOnce, type Listing, newestOf } from './formats/listing.ts'
import { parseSitemap, type Sitemap, type SitemapChild } from './formats/sitemap/parse-sitemap.ts'
import { maxListingBytes, unpack } from './formats/unpack.ts'

/**
 * What a sitemap lists; of an index, what its newest children list: three at most, two levels deep. A child that
 * cannot be had is left out while another can.
 */
export async function readSitemap(
  text: string,
  address: string,
  fetcher: Fetcher,
  purpose: FetchRequest['purpose'],
  depth = 2,
): Promise<Listing & { readonly isNews: boolean }> {
  const sitemap = parseSitemap(text, address)
  if (sitemap.kind === 'pages') return { ...sitemap.listing, isNews: sitemap.isNews }
  const listings: (Listing & { readonly isNews: boolean })[] = []
  const problems: unknown[] = []
  for (const child of depth > 0 ? newestChildren(sitemap) : []) {
    try {
      listings.push(
        await readSitemap(
          await childText(child, fetcher, purpose),
          child.address,
          fetcher,
          purpose,
          depth - 1,
        ),
      )
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      problems.push(problem)
    }
  }
  if (listings.length === 0 && problems.length > 0) throw problems[0]
  return {
    title: listings[0]?.title ?? null,
    language: listings[0]?.language ?? null,
    home: null,
    entries: eachOnce(
      newestOf(
        listings.flatMap((listing) => [...listing.entries].reverse()),
        (entry) => entry.publishedAt ?? entry.modifiedAt,
      ),
    ),
    isNews: listings.some((listing) => listing.isNews),
  }
}

const maxChildren = 3

/** By their dates; of those without, the news and then the highest numbered, which are the last begun. */
function newestChildren({ children }: Extract<Sitemap, { kind: 'index' }>): readonly SitemapChild[] {
  const rank = ({ address }: SitemapChild): number => (/news|novosti|latest|today/i.test(address) ? 1 : 0)
  return [...children]
    .sort(
      (one, other) =>
        rank(other) - rank(one) ||
        (other.modifiedAt ?? 0) - (one.modifiedAt ?? 0) ||
        other.address.localeCompare(one.address, 'en', { numeric: true }),
    )
    .slice(0, maxChildren)
}

async function childText(
  child: SitemapChild,
  fetcher: Fetcher,
  purpose: FetchRequest['purpose'],
): Promise<string> {
  const answer = await fetcher.fetch({ address: child.address, purpose, maxBytes: maxListingBytes })
  if (answer.kind !== 'fetched') {
    const status = answer.kind === 'refused' ? answer.status : 304
    throw new Problem('wire/not-a-sitemap', `${child.address} answered with status ${status}.`)
  }
  const bytes = await unpack(answer.capture.bytes, child.address)
  return decodeText(bytes, answer.capture.headers['content-type'] ?? null)
}
