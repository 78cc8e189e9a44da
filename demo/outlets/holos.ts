import { clockTime, fullDay, isoLocal } from '../local-time.ts'
import { blocks, escaped, inline, plain } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'

/** A Ukrainian paper on a tired server: an Atom feed with leads, pages marked up with <time> only, all of it slow. */
export const holos: Outlet = {
  host: 'holos',
  title: 'Голос Перелужжя',
  language: 'uk',
  offsetMinutes: 120,
  front: '/',
  expects: 'feed',
  charset: 'utf-8',
  habit: 'slow',
  sections: {
    accident: ['podii', 'Події'],
    economy: ['hroshi', 'Гроші'],
    politics: ['vlada', 'Влада'],
    society: ['liudy', 'Люди'],
    science: ['nauka', 'Наука'],
    culture: ['kultura', 'Культура'],
    sport: ['sport', 'Спорт'],
    nature: ['dovkillia', 'Довкілля'],
  },
  pathOf: ({ id, number, topic, outlet }) => `/${outlet.sections[topic][0]}/${id}-n${7300 + number}`,
  answer(path, edition) {
    if (path === '/') return front(edition)
    if (path === '/atom.xml') return atom(edition)
    const found = edition.reports.find((current) => current.path === path)
    return found === undefined ? null : article(found, edition)
  },
}

function atom({ outlet, origin, reports, now }: Edition): Answer {
  const newest = reports.slice(0, 30)
  const entries = newest.map(
    ({ report, address, headline, lead, body, since }) => `<entry>
<id>tag:holos.localhost,2026:n${report.number}</id><title>${escaped(headline)}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${isoLocal(report.publishedAt, outlet)}</published><updated>${isoLocal(since, outlet)}</updated>
${report.author === null ? '' : `<author><name>${escaped(report.author)}</name></author>`}
<category term="${escaped(outlet.sections[report.topic][1])}"/>
<summary type="text">${escaped(plain(lead ?? body[0] ?? ''))}</summary></entry>`,
  )
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><id>${origin}/</id><title>${outlet.title}</title>
<link rel="self" href="${origin}/atom.xml"/><link rel="alternate" href="${origin}/"/>
<author><name>${outlet.title}</name></author><updated>${isoLocal(newest[0]?.since ?? now, outlet)}</updated>
${entries.join('\n')}
</feed>`
  return { type: 'application/atom+xml; charset=utf-8', body, modifiedAt: lastChange(newest) }
}

function front({ outlet, origin, reports }: Edition): Answer {
  const rows = reports
    .slice(0, 30)
    .map(
      ({ report, path, headline }) =>
        `<div class="row"><span class="hour">${clockTime(report.publishedAt, outlet)}</span> <a href="${path}">${escaped(headline)}</a></div>`,
    )
  const body = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Голос Перелужжя</title>
<link rel="alternate" type="application/atom+xml" href="${origin}/atom.xml" title="Усі новини"></head>
<body>${top}<div class="stream">${rows.join('\n')}</div>${bottom}</body></html>`
  return { type: 'text/html; charset=utf-8', body, modifiedAt: lastChange(reports) }
}

function article(current: CurrentReport, edition: Edition): Answer {
  const { report, headline, lead, body } = current
  const { outlet } = edition
  const html = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>${escaped(headline)} — Голос Перелужжя</title></head>
<body>${top}<div class="page"><div class="post">
<p class="rubric"><a href="/${outlet.sections[report.topic][0]}/">${outlet.sections[report.topic][1]}</a></p>
<h1>${escaped(headline)}</h1>
<p class="info"><time datetime="${isoLocal(report.publishedAt, outlet)}">${fullDay(report.publishedAt, outlet)}, ${clockTime(report.publishedAt, outlet)}</time>${report.author === null ? '' : ` · Автор: <a href="/author/${report.number % 5}">${escaped(report.author)}</a>`}</p>
${lead === null ? '' : `<p class="intro"><strong>${inline(lead, edition)}</strong></p>`}
${figure(current)}
${blocks(body, edition).join('\n')}
<p class="tags">Теги: ${report.tags.map((tag) => `<a href="/tag/${encodeURIComponent(tag)}">${escaped(tag)}</a>`).join(', ')}</p></div>
<div class="author-box"><p>Помітили помилку? Виділіть її та натисніть Ctrl+Enter.</p></div>
<div class="subscribe"><p>Підписуйтеся на нашу розсилку: один лист на тиждень, без реклами.</p></div></div>${bottom}</body></html>`
  return { type: 'text/html; charset=utf-8', body: html, modifiedAt: current.since }
}

function figure({ report: { id, picture } }: CurrentReport): string {
  if (picture === null) return ''
  return `<div class="image"><img src="/media/${id}.svg" alt="${escaped(picture.caption)}"><p class="caption">${escaped(picture.caption)} / ${escaped(picture.credit)}</p></div>`
}

const lastChange = (reports: readonly CurrentReport[]): number =>
  Math.max(0, ...reports.map(({ since }) => since))

const top = `<div class="header"><a href="/">Голос Перелужжя</a><div class="nav"><a href="/podii/">Події</a> <a href="/vlada/">Влада</a> <a href="/hroshi/">Гроші</a> <a href="/kultura/">Культура</a></div></div>`
const bottom = `<div class="footer">© Голос Перелужжя. Передрук — лише з посиланням.</div>`
