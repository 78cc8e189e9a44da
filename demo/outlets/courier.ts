import { clockTime, dateWith, fullDay, isoLocal } from '../local-time.ts'
import { blocks, escaped, inline } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'
import { newsArticle } from './json-ld.ts'

/** An English daily: no feed, but a news sitemap that robots.txt names; JSON-LD, AMP twins under /amp/. */
export const courier: Outlet = {
  host: 'courier',
  title: 'The Moryansk Courier',
  language: 'en',
  offsetMinutes: 120,
  front: '/',
  expects: 'sitemap',
  charset: 'utf-8',
  sections: {
    accident: ['news', 'News'],
    economy: ['business', 'Business'],
    politics: ['politics', 'Politics'],
    society: ['news', 'News'],
    science: ['science', 'Science'],
    culture: ['arts', 'Arts'],
    sport: ['sport', 'Sport'],
    nature: ['environment', 'Environment'],
  },
  pathOf: ({ id, topic, publishedAt, outlet }) =>
    `/${outlet.sections[topic][0]}/${dateWith('/', publishedAt, outlet)}/${id}/`,
  answer(path, edition) {
    if (path === '/') return front(edition)
    if (path === '/robots.txt') return robots(edition)
    if (path === '/sitemaps/index.xml') return sitemapIndex(edition)
    if (path === '/sitemaps/news.xml') return newsSitemap(edition)
    const found = edition.reports.find((current) => current.path === path)
    if (found !== undefined) return article(found, edition, false)
    const twin = edition.reports.find((current) => `${current.path}amp/` === path)
    return twin === undefined ? null : article(twin, edition, true)
  },
}

function robots({ origin }: Edition): Answer {
  const body = `User-agent: *\nDisallow: /search\nDisallow: /account/\n\nSitemap: ${origin}/sitemaps/news.xml\nSitemap: ${origin}/sitemaps/index.xml\n`
  return { type: 'text/plain; charset=utf-8', body, modifiedAt: null }
}

function sitemapIndex({ origin, outlet, reports, now }: Edition): Answer {
  const last = isoLocal(reports[0]?.since ?? now, outlet)
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}/sitemaps/news.xml</loc><lastmod>${last}</lastmod></sitemap></sitemapindex>`
  return { type: 'application/xml', body, modifiedAt: reports[0]?.since ?? null }
}

function newsSitemap({ outlet, reports }: Edition): Answer {
  const entries = reports.map(
    ({ report, address, headline, since }) => `<url><loc>${address}</loc>
<lastmod>${isoLocal(since, outlet)}</lastmod>
<news:news><news:publication><news:name>${outlet.title}</news:name><news:language>en</news:language></news:publication>
<news:publication_date>${isoLocal(report.publishedAt, outlet)}</news:publication_date>
<news:title>${escaped(headline)}</news:title><news:keywords>${escaped(report.tags.join(', '))}</news:keywords></news:news></url>`,
  )
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries.join('\n')}
</urlset>`
  return { type: 'application/xml; charset=utf-8', body, modifiedAt: reports[0]?.since ?? null }
}

function front({ outlet, reports }: Edition): Answer {
  const cards = reports.slice(0, 24).map(
    ({
      report,
      path,
      headline,
      lead,
    }) => `<article class="card"><p class="kicker">${outlet.sections[report.topic][1]}</p>
<h2><a href="${path}?ref=home">${escaped(headline)}</a></h2>
<p>${escaped(lead ?? '')}</p><time datetime="${new Date(report.publishedAt).toISOString()}">${clockTime(report.publishedAt, outlet)}</time></article>`,
  )
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The Moryansk Courier: news from the port and beyond</title>
<meta property="og:site_name" content="The Moryansk Courier"></head>
<body>${masthead}<main>${cards.join('\n')}</main>${footer}</body></html>`
  return { type: 'text/html; charset=utf-8', body, modifiedAt: reports[0]?.since ?? null }
}

function article(current: CurrentReport, edition: Edition, isAmp: boolean): Answer {
  const { report, headline, lead, body, address } = current
  const { outlet } = edition
  const html = blocks(body, edition)
  const middle = Math.ceil(html.length / 2)
  const more = edition.reports.filter((other) => other.report.id !== report.id).slice(0, 5)
  const author = report.author === null ? 'Courier staff' : report.author
  const page = `<!doctype html>
<html lang="en"${isAmp ? ' amp' : ''}><head><meta charset="utf-8"><title>${escaped(headline)} - The Moryansk Courier</title>
<link rel="canonical" href="${address}">${isAmp ? '' : `<link rel="amphtml" href="${address}amp/">`}
<meta property="og:title" content="${escaped(headline)}"><meta property="og:site_name" content="The Moryansk Courier">
<meta name="description" content="${escaped(lead ?? '')}"><meta name="author" content="${escaped(author)}">
${newsArticle(current, outlet)}</head>
<body>${masthead}
<div id="consent" class="consent-notice" aria-live="polite"><p>We and our partners store cookies on your device. You can change your choice at any time.</p><button>Accept</button> <button>Settings</button></div>
<main><article>
<header><p class="kicker"><a href="/${outlet.sections[report.topic][0]}/">${outlet.sections[report.topic][1]}</a></p>
<h1>${escaped(headline)}</h1>
${lead === null ? '' : `<p class="standfirst">${inline(lead, edition)}</p>`}
<p class="byline">By <a rel="author" href="/authors/desk/">${escaped(author)}</a></p>
<p class="dateline"><time datetime="${isoLocal(report.publishedAt, outlet)}">${fullDay(report.publishedAt, outlet)}, ${clockTime(report.publishedAt, outlet)}</time></p></header>
${figure(current)}
<div class="story-body">${html.slice(0, middle).join('\n')}
<aside class="newsletter-signup"><h3>The Morning Tide</h3><p>Sign up to our free newsletter and get the day's stories before breakfast.</p><button>Sign up</button></aside>
${html.slice(middle).join('\n')}
${appeal}</div>
<p class="share">Share: <a href="https://share.test/?u=${encodeURIComponent(address)}">Post</a> <a href="mailto:?subject=${encodeURIComponent(headline)}">Mail</a></p>
</article>
<section class="most-popular"><h2>More from the Courier</h2><ol>${more.map((other) => `<li><a href="${other.path}?ref=home">${escaped(other.headline)}</a></li>`).join('')}</ol></section>
</main>${footer}</body></html>`
  return { type: 'text/html; charset=utf-8', body: page, modifiedAt: current.since }
}

function figure({ report: { id, picture } }: CurrentReport): string {
  if (picture === null) return ''
  return `<figure class="lead-image"><picture><img src="/media/${id}.svg" width="640" height="400" alt="${escaped(picture.caption)}"></picture><figcaption>${escaped(picture.caption)} <cite>Photograph: ${escaped(picture.credit)}</cite></figcaption></figure>`
}

/** Set as the article's own paragraphs are: nothing but its coming back tells it from them. */
const appeal = `<p>Winter is the hardest season for a small newsroom. The Courier has no owner but the people who read it, and this report was paid for by neighbours of yours.</p>
<p>It takes two minutes and less than the price of a ferry ticket to stand with the reporters of Quay Street until the spring.</p>`
const masthead = `<header class="masthead"><a href="/">The Moryansk Courier</a><nav><a href="/news/">News</a> <a href="/business/">Business</a> <a href="/politics/">Politics</a> <a href="/arts/">Arts</a> <a href="/sport/">Sport</a></nav></header>`
const footer = `<footer><p>© The Moryansk Courier. All rights reserved.</p><a href="/about/">About us</a> <a href="/contact/">Contact</a></footer>`
