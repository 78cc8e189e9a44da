import { canonicalAddress, outletKey } from '../../kit/address.ts'

/**
 * The address that an article is known by: the one the page claims (rel=canonical), when it can be believed, else
 * that of the page. Not believed: another outlet's, the home page, a section that the page lies under, and one that
 * leaves out the parameter that tells one article from another. A site that states one canonical address on every
 * page would otherwise make all its articles revisions of one.
 */
export function trustCanonical(claimed: string, page: string): string {
  const own = canonicalAddress(page) ?? page
  const canonical = canonicalAddress(claimed, page)
  if (canonical === null || canonical === own) return own
  return isBelievable(new URL(canonical), new URL(own)) ? canonical : own
}

/** Parameters that name an article, as content systems without readable addresses use them. */
const naming =
  /^(id|p|a|n|aid|nid|sid|newsid|news_id|article|articleid|article_id|item|itemid|story|storyid|post|doc)$/i

function isBelievable(canonical: URL, page: URL): boolean {
  if (outletKey(canonical.href) !== outletKey(page.href)) return false
  if (canonical.pathname === '/' && canonical.search === '') return false
  if (isSectionOf(canonical.pathname, page.pathname)) return false
  return [...page.searchParams].every(
    ([name, value]) =>
      !naming.test(name) || canonical.searchParams.get(name) === value || holds(canonical.pathname, value),
  )
}

/** A number is held as a whole one: 3 is not in 'story-135'. */
function holds(path: string, value: string): boolean {
  return /^\d+$/.test(value) ? path.split(/\D+/).includes(value) : path.includes(value)
}

/** Whether `path` is a folder that holds `page`; a page's own second sheet or print version is no folder's. */
function isSectionOf(path: string, page: string): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`
  if (!page.startsWith(folder) || page === folder) return false
  return !/^(\d{1,3}|page\/?\d{1,3}|print|amp|full|all)\/?$/i.test(page.slice(folder.length))
}
