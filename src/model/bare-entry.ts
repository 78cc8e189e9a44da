import type { Entry } from './source.ts'

/** An entry of which only the address is known. */
export function bareEntry(address: string): Entry {
  return {
    address,
    headline: null,
    summary: null,
    html: null,
    whole: false,
    publishedAt: null,
    modifiedAt: null,
    authors: [],
    categories: [],
    images: [],
    language: null,
  }
}
