import { clockTime, fullDay, isoLocal } from '../local-time.ts'
import { blocks, escaped, inline } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'
import { rss } from './rss.ts'

/** A Ukrainian news site that edits silently after publishing; some pages are for subscribers, though the feed has them. */
export const stavren: Outlet = {
  host: 'stavren',
  title: 'Новини Ставреня',
  language: 'uk',
  offsetMinutes: 120,
  front: '/',
  expects: 'feed',
  charset: 'utf-8',
  sections: {
    accident: ['misto', 'Місто'],
    economy: ['ekonomika', 'Економіка'],
    politics: ['polityka', 'Політика'],
    society: ['misto', 'Місто'],
    science: ['tehnolohii', 'Технології'],
    culture: ['afisha', 'Афіша'],
    sport: ['sport', 'Спорт'],
    nature: ['misto', 'Місто'],
  },
  pathOf: ({ id, number, topic, outlet }) => `/${outlet.sections[topic][0]}/${id}-${35_000 + number}.html`,
  answer(path, edition) {
    if (path === '/') return front(edition)
    if (path === '/rss') return rss(edition, { full: true, description: 'Стрічка новин Ставреня' })
    const found = edition.reports.find((current) => current.path === path)
    if (found === undefined) return null
    return found.report.isPaywalled ? paywall(found) : article(found, edition)
  },
}

function front({ outlet, origin, reports }: Edition): Answer {
  const rows = reports
    .slice(0, 30)
    .map(
      ({ report, path, headline, lead }) =>
        `<li><span class="time">${clockTime(report.publishedAt, outlet)}</span><a href="${path}"><b>${escaped(headline)}</b></a><p>${escaped(lead ?? '')}</p></li>`,
    )
  const body = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Новини Ставреня</title>
<link rel="alternate" type="application/rss+xml" title="Новини Ставреня" href="${origin}/rss"></head>
<body>${top}<ul class="feed">${rows.join('\n')}</ul>${bottom}</body></html>`
  return {
    type: 'text/html; charset=utf-8',
    body,
    modifiedAt: Math.max(0, ...reports.map(({ since }) => since)),
  }
}

function article(current: CurrentReport, edition: Edition): Answer {
  const { report, headline, lead, body, address } = current
  const { outlet } = edition
  const read = edition.reports.filter((other) => other.report.story === report.story && other !== current)
  const html = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>${escaped(headline)}</title>
<link rel="canonical" href="${address}"><meta property="og:type" content="article">
<meta property="og:title" content="${escaped(headline)}"><meta property="og:site_name" content="Новини Ставреня">
<meta property="article:published_time" content="${isoLocal(report.publishedAt, outlet)}"></head>
<body>${top}<article class="post"><h1>${escaped(headline)}</h1>
<div class="post-meta">${fullDay(report.publishedAt, outlet)} ${clockTime(report.publishedAt, outlet)}${report.author === null ? '' : ` | ${escaped(report.author)}`}</div>
${figure(current)}
<div class="post-content">${lead === null ? '' : `<p><strong>${inline(lead, edition)}</strong></p>`}
${blocks(body, edition).join('\n')}
</div>
${read.length === 0 ? '' : `<div class="read-also"><b>Читайте також:</b> ${read.map((other) => `<a href="${other.path}?utm_source=inner">${escaped(other.headline)}</a>`).join(' ')}</div>`}
<div class="post-tags">${report.tags.map((tag) => `<a href="/tag/${encodeURIComponent(tag)}">#${escaped(tag)}</a>`).join(' ')}</div></article>
<div class="gdpr">Цей сайт використовує кукі. <button>Зрозуміло</button></div>${bottom}</body></html>`
  return { type: 'text/html; charset=utf-8', body: html, modifiedAt: current.since }
}

function paywall({ headline }: CurrentReport): Answer {
  const body = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>${escaped(headline)}</title></head>
<body>${top}<div class="paywall"><h1>${escaped(headline)}</h1><p>Матеріал доступний лише передплатникам. Оформіть передплату, щоб читати далі.</p></div>${bottom}</body></html>`
  return { status: 403, type: 'text/html; charset=utf-8', body, modifiedAt: null }
}

function figure({ report: { id, picture } }: CurrentReport): string {
  if (picture === null) return ''
  return `<figure><img src="/media/${id}.svg" alt="${escaped(picture.caption)}" width="640" height="400"><figcaption>${escaped(picture.caption)} Фото: ${escaped(picture.credit)}</figcaption></figure>`
}

const top = `<header><a href="/" class="brand">Новини Ставреня</a><nav><a href="/misto/">Місто</a> <a href="/polityka/">Політика</a> <a href="/ekonomika/">Економіка</a> <a href="/sport/">Спорт</a></nav></header>`
const bottom = `<footer>Новини Ставреня. Усі права захищено. <a href="/peredplata/">Передплата</a></footer>`
