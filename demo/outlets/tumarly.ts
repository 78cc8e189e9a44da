import { clockTime, fullDay, isoLocal } from '../local-time.ts'
import { blocks, escaped, inline, plain } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'

/** A Kazakh portal: JSON Feed with leads, microdata, a mobile twin under m., and a server that at times has had enough. */
export const tumarly: Outlet = {
  host: 'tumarly',
  title: 'Тұмарлы таңы',
  language: 'kk',
  offsetMinutes: 300,
  front: '/',
  expects: 'feed',
  charset: 'utf-8',
  habit: 'refuses at times',
  sections: {
    accident: ['oqiga', 'Оқиға'],
    economy: ['ekonomika', 'Экономика'],
    politics: ['sayasat', 'Саясат'],
    society: ['qogam', 'Қоғам'],
    science: ['gylym', 'Ғылым'],
    culture: ['madeniet', 'Мәдениет'],
    sport: ['sport', 'Спорт'],
    nature: ['tabigat', 'Табиғат'],
  },
  pathOf: ({ number, topic, outlet }) => `/${outlet.sections[topic][0]}/${91_200 + number}/`,
  answer(path, edition) {
    if (path === '/') return front(edition)
    if (path === '/feed.json') return jsonFeed(edition)
    const found = edition.reports.find((current) => current.path === path)
    return found === undefined ? null : article(found, edition)
  },
}

function jsonFeed({ outlet, origin, reports }: Edition): Answer {
  const newest = reports.slice(0, 30)
  const items = newest.map(({ report, address, headline, lead, body, since }) => ({
    id: String(91_200 + report.number),
    url: address.replace('//tumarly.', report.number % 2 === 0 ? '//m.tumarly.' : '//tumarly.'),
    title: headline,
    summary: plain(lead ?? body[0] ?? ''),
    date_published: isoLocal(report.publishedAt, outlet),
    date_modified: isoLocal(since, outlet),
    tags: report.tags,
    ...(report.author === null ? {} : { authors: [{ name: report.author }] }),
  }))
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.title,
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feed.json`,
    language: 'kk',
    items,
  }
  return {
    type: 'application/feed+json',
    body: JSON.stringify(feed, null, 1),
    modifiedAt: lastChange(newest),
  }
}

function front({ outlet, origin, reports }: Edition): Answer {
  const cards = reports
    .slice(0, 24)
    .map(
      ({ report, path, headline }) =>
        `<div class="card"><a href="${path}"><img src="/media/${report.id}.svg" alt="" loading="lazy"><h3>${escaped(headline)}</h3></a><span>${clockTime(report.publishedAt, outlet)}</span></div>`,
    )
  const body = `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>Тұмарлы таңы — жаңалықтар порталы</title>
<meta property="og:site_name" content="Тұмарлы таңы">
<link rel="alternate" type="application/feed+json" href="${origin}/feed.json"></head>
<body>${top}<main class="grid">${cards.join('\n')}</main>${bottom}</body></html>`
  return { type: 'text/html; charset=utf-8', body, modifiedAt: lastChange(reports) }
}

function article(current: CurrentReport, edition: Edition): Answer {
  const { report, headline, lead, body, address } = current
  const { outlet } = edition
  const others = edition.reports.filter((other) => other.report.id !== report.id).slice(0, 6)
  const html = `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>${escaped(headline)}</title>
<link rel="canonical" href="${address}"></head>
<body>${top}<div class="wrap"><div itemscope itemtype="https://schema.org/NewsArticle" class="article">
<link itemprop="mainEntityOfPage" href="${address}">
<h1 itemprop="headline">${escaped(headline)}</h1>
<div class="meta"><meta itemprop="datePublished" content="${isoLocal(report.publishedAt, outlet)}"><meta itemprop="dateModified" content="${isoLocal(current.since, outlet)}">
<span>${fullDay(report.publishedAt, outlet)}, ${clockTime(report.publishedAt, outlet)}</span> <span itemprop="articleSection">${outlet.sections[report.topic][1]}</span>${report.author === null ? '' : ` <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escaped(report.author)}</span></span>`}</div>
${figure(current)}
${lead === null ? '' : `<p class="lead" itemprop="description">${inline(lead, edition)}</p>`}
<div itemprop="articleBody">${blocks(body, edition).join('\n')}</div>
<div class="share-buttons"><a href="#">Бөлісу</a> <a href="#">Көшіру</a></div></div>
<div class="sidebar"><h4>Соңғы жаңалықтар</h4>${others.map((other) => `<div><time>${clockTime(other.report.publishedAt, outlet)}</time> <a href="${other.path}">${escaped(other.headline)}</a></div>`).join('\n')}</div>
<div class="push-offer"><p>Жаңалықтардан құлағдар болғыңыз келе ме? Хабарламаларға жазылыңыз.</p></div></div>${bottom}</body></html>`
  return { type: 'text/html; charset=utf-8', body: html, modifiedAt: current.since }
}

function figure({ report: { id, picture } }: CurrentReport): string {
  if (picture === null) return ''
  return `<figure itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="/media/${id}.svg" alt="${escaped(picture.caption)}" width="640" height="400"><figcaption>${escaped(picture.caption)} Фото: ${escaped(picture.credit)}</figcaption></figure>`
}

const lastChange = (reports: readonly CurrentReport[]): number =>
  Math.max(0, ...reports.map(({ since }) => since))

const top = `<header class="site-header"><a href="/">Тұмарлы таңы</a><nav><a href="/qogam/">Қоғам</a><a href="/sayasat/">Саясат</a><a href="/ekonomika/">Экономика</a><a href="/madeniet/">Мәдениет</a><a href="/sport/">Спорт</a></nav></header>`
const bottom = `<footer>© «Тұмарлы таңы». Материалдарды пайдаланғанда сілтеме жасау міндетті.</footer>`
