import { getDomain } from 'tldts'
import { type GoldPage, loadPages, type SetName, sets } from '../reading/load-pages.ts'

export interface SetPage {
  readonly set: SetName
  readonly page: GoldPage
}

/** Fewer pages than this teach nothing: a text must come back on three others. */
const leastPages = 4

/** The pages of the measuring data that have others of their domain beside them, by domain; empty without the data. */
export function pagesOfOutlets(): ReadonlyMap<string, readonly SetPage[]> {
  const outlets = new Map<string, SetPage[]>()
  for (const set of sets)
    for (const page of loadPages(set) ?? []) {
      const domain = getDomain(page.url ?? '')
      if (domain === null) continue
      const pages = outlets.get(domain) ?? []
      // The sets overlap a little.
      if (!pages.some(({ page: { url } }) => url === page.url)) pages.push({ set, page })
      outlets.set(domain, pages)
    }
  return new Map([...outlets].filter(([, pages]) => pages.length >= leastPages))
}
