import { clockTime, fullDay } from '../local-time.ts'
import { blocks, escaped } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'
import { rss } from './rss.ts'

/** A small-town paper, in koi8-r since its first day: mostly an agency's reports word for word, with its credit. */
export const leaflet: Outlet = {
  host: 'leaflet',
  title: 'Дубравецкий листок',
  language: 'ru',
  offsetMinutes: 120,
  front: '/',
  expects: 'feed',
  charset: 'koi8-r',
  sections: {
    accident: ['n', 'В стране'],
    economy: ['n', 'В стране'],
    politics: ['n', 'В стране'],
    society: ['n', 'У нас'],
    science: ['n', 'В стране'],
    culture: ['n', 'В стране'],
    sport: ['n', 'Спорт'],
    nature: ['n', 'В стране'],
  },
  pathOf: ({ number }) => `/n/${11_800 + number}.shtml`,
  answer(path, edition) {
    if (path === '/') return front(edition)
    if (path === '/rss.xml') return rss(edition, { full: false, description: 'Новости Дубравца и округи' })
    const found = edition.reports.find((current) => current.path === path)
    return found === undefined ? null : article(found, edition)
  },
}

function front(edition: Edition): Answer {
  const rows = edition.reports
    .slice(0, 25)
    .map(({ path, headline }) => `<p><a href="${path}">${escaped(headline)}</a></p>`)
  const body = `<html><head><title>Дубравецкий листок</title></head><body>
<h1>Дубравецкий листок</h1><p><a href="/rss.xml">RSS</a></p>${rows.join('\n')}</body></html>`
  return { type: 'text/html; charset=koi8-r', body, modifiedAt: edition.reports[0]?.since ?? null }
}

function article(current: CurrentReport, edition: Edition): Answer {
  const { report, headline, lead, body } = current
  const { outlet } = edition
  const credit =
    report.copyOf === null
      ? ''
      : `<p><i>Источник: <a href="${edition.addressOf(report.copyOf.id)}">${report.copyOf.outlet.title}</a></i></p>`
  const text = [...(lead === null ? [] : [lead]), ...body]
  const html = `<html><head><title>${escaped(headline)} - Дубравецкий листок</title></head><body>
<p><a href="/">Дубравецкий листок</a></p>
<h1>${escaped(headline)}</h1>
<p>${fullDay(report.publishedAt, outlet)}, ${clockTime(report.publishedAt, outlet)}</p>
${blocks(text, edition).join('\n')}
${credit}
<hr><p>Дубравец, улица Мельничная, 4. Редакция работает с 9 до 17 часов.</p></body></html>`
  return { type: 'text/html; charset=koi8-r', body: html, modifiedAt: current.since }
}
