import { isoLocal } from '../local-time.ts'
import { plain } from '../markup.ts'
import type { CurrentReport, Outlet } from '../outlet.ts'

/** What schema.org calls a NewsArticle, as a script element. */
export function newsArticle(current: CurrentReport, outlet: Outlet, agency?: string): string {
  const { report, address, headline, lead } = current
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: address,
    headline,
    description: plain(lead ?? ''),
    inLanguage: outlet.language,
    datePublished: isoLocal(report.publishedAt, outlet),
    dateModified: isoLocal(current.since, outlet),
    articleSection: outlet.sections[report.topic][1],
    keywords: report.tags.join(', '),
    author:
      report.author === null
        ? { '@type': 'Organization', name: agency ?? outlet.title }
        : { '@type': 'Person', name: report.author },
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.title },
    ...(report.picture === null ? {} : { image: [new URL(`/media/${report.id}.svg`, address).href] }),
  }
  return `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`
}
