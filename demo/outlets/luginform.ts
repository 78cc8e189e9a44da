import { clockTime, dateWith, fullDay } from '../local-time.ts'
import { blocks, escaped, inline } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'
import { newsArticle } from './json-ld.ts'
import { rss } from './rss.ts'

/** A Russian agency: one RSS feed with the whole text, links that carry utm parameters, JSON-LD, AMP twins. */
export const luginform: Outlet = {
  host: 'luginform',
  title: 'Луг-Информ',
  language: 'ru',
  offsetMinutes: 120,
  front: '/',
  expects: 'feed',
  charset: 'utf-8',
  sections: {
    accident: ['proisshestviya', 'Происшествия'],
    economy: ['ekonomika', 'Экономика'],
    politics: ['politika', 'Политика'],
    society: ['obschestvo', 'Общество'],
    science: ['nauka', 'Наука'],
    culture: ['kultura', 'Культура'],
    sport: ['sport', 'Спорт'],
    nature: ['obschestvo', 'Общество'],
  },
  pathOf: ({ id, number, topic, publishedAt, outlet }) =>
    `/${outlet.sections[topic][0]}/${dateWith('', publishedAt, outlet)}/${480_000 + number}-${id}.html`,
  answer(path, edition) {
    if (path === '/') return front(edition)
    if (path === '/rss.xml') return feed(edition)
    const found = edition.reports.find((current) => current.path === path)
    if (found !== undefined) return article(found, edition)
    const twin = edition.reports.find((current) => ampPath(current) === path)
    return twin === undefined ? null : amp(twin, edition)
  },
}

const ampPath = ({ path }: CurrentReport): string => path.replace(/\.html$/, '.amp.html')

function feed(edition: Edition): Answer {
  return rss(edition, {
    full: true,
    description: 'Лента новостей агентства «Луг-Информ»',
    linkOf: ({ address }) => `${address}?utm_source=rss&utm_medium=feed&utm_campaign=lenta`,
  })
}

function front({ outlet, origin, reports }: Edition): Answer {
  const rows = reports.slice(0, 40).map(
    (current) => `<li class="lenta-item"><time>${clockTime(current.report.publishedAt, outlet)}</time>
<a href="${current.path}?utm_source=main&amp;utm_content=lenta">${escaped(current.headline)}</a></li>`,
  )
  const body = `<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Луг-Информ — агентство новостей</title>
<meta property="og:site_name" content="Луг-Информ">
<link rel="alternate" type="application/rss+xml" title="Луг-Информ" href="${origin}/rss.xml"></head>
<body>${header}<main><h1>Лента</h1><ul class="lenta">${rows.join('\n')}</ul></main>${footer}</body></html>`
  return page(body, reports[0]?.since ?? null)
}

function article(current: CurrentReport, edition: Edition): Answer {
  const { report, headline, lead, body, path } = current
  const { outlet, origin } = edition
  const [slug, name] = outlet.sections[report.topic]
  const related = edition.reports.filter((other) => other.report.id !== report.id).slice(0, 4)
  const html = `<!DOCTYPE html>
<html lang="ru" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8">
<title>${escaped(headline)} | Луг-Информ</title>
<link rel="canonical" href="${origin}${path}"><link rel="amphtml" href="${origin}${ampPath(current)}">
<meta property="og:type" content="article"><meta property="og:site_name" content="Луг-Информ">
<meta property="og:title" content="${escaped(headline)}">
<meta name="description" content="${escaped(lead ?? '')}">
${newsArticle(current, outlet, 'Луг-Информ')}</head>
<body>${header}
<div class="cookie-banner" role="dialog"><p>Мы используем файлы cookie, чтобы сайт работал лучше. Оставаясь на сайте, вы соглашаетесь с этим.</p><button>Хорошо</button></div>
<nav class="breadcrumbs"><a href="/">Главная</a> / <a href="/${slug}/">${name}</a></nav>
<main><article class="news">
<h1 class="news__title">${escaped(headline)}</h1>
<div class="news__meta"><time datetime="${new Date(report.publishedAt).toISOString()}">${clockTime(report.publishedAt, outlet)}, ${fullDay(report.publishedAt, outlet)}</time>${report.author === null ? '' : ` <span class="news__author">${escaped(report.author)}</span>`}</div>
${figure(current)}
<div class="news__text">${lead === null ? '' : `<p class="news__lead"><b>${inline(lead, edition)}</b></p>`}
${blocks(body, edition).join('\n')}</div>
<ul class="tags">${report.tags.map((tag) => `<li><a href="/tag/${encodeURIComponent(tag)}/">${escaped(tag)}</a></li>`).join('')}</ul>
</article>
<form class="newsletter" action="/podpiska/"><p>Главные новости дня — в вашей почте каждое утро</p><input type="email" aria-label="Почта"><button>Подписаться</button></form>
<aside class="related"><h3>Читайте также</h3><ul>${related.map((other) => `<li><a href="${other.path}?utm_source=related">${escaped(other.headline)}</a></li>`).join('')}</ul></aside>
</main>${footer}</body></html>`
  return page(html, current.since)
}

function amp(current: CurrentReport, edition: Edition): Answer {
  const html = `<!doctype html>
<html amp lang="ru"><head><meta charset="utf-8"><title>${escaped(current.headline)}</title>
<link rel="canonical" href="${edition.origin}${current.path}"><script async src="https://cdn.ampproject.test/v0.js"></script></head>
<body><article><h1>${escaped(current.headline)}</h1>${current.lead === null ? '' : `<p>${inline(current.lead, edition)}</p>`}
${blocks(current.body, edition).join('\n')}</article></body></html>`
  return page(html, current.since)
}

function figure({ report: { id, picture } }: CurrentReport): string {
  if (picture === null) return ''
  return `<figure><img src="/media/${id}.svg" width="640" height="400" alt="${escaped(picture.caption)}"><figcaption>${escaped(picture.caption)} <span class="photo-credit">Фото: ${escaped(picture.credit)}</span></figcaption></figure>`
}

function page(body: string, modifiedAt: number | null): Answer {
  return { type: 'text/html; charset=utf-8', body, modifiedAt }
}

const header = `<header><a class="logo" href="/">Луг-Информ</a><nav class="menu"><a href="/politika/">Политика</a><a href="/ekonomika/">Экономика</a><a href="/obschestvo/">Общество</a><a href="/proisshestviya/">Происшествия</a><a href="/kultura/">Культура</a><a href="/sport/">Спорт</a></nav></header>`
const footer = `<footer><p>© Агентство «Луг-Информ». При перепечатке ссылка на агентство обязательна.</p><a href="/about/">Об агентстве</a> <a href="/reklama/">Реклама</a></footer>`
