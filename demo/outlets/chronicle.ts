import { clockTime, dayAndMonth } from '../local-time.ts'
import { escaped, inline } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'

/**
 * A city portal that never heard of feeds: windows-1251 declared in a meta tag only, tables, menus and most-read
 * boxes, and a column of latest news glued to every article.
 */
export const chronicle: Outlet = {
  host: 'chronicle',
  title: 'Городская хроника',
  language: 'ru',
  offsetMinutes: 120,
  front: '/news/',
  expects: 'section',
  charset: 'windows-1251',
  sections: {
    accident: ['city', 'Город'],
    economy: ['money', 'Деньги'],
    politics: ['power', 'Власть'],
    society: ['city', 'Город'],
    science: ['life', 'Жизнь'],
    culture: ['life', 'Жизнь'],
    sport: ['sport', 'Спорт'],
    nature: ['city', 'Город'],
  },
  pathOf: ({ number }) => `/news/show.php?id=${20_400 + number}`,
  answer(path, edition) {
    if (path === '/' || path === '/news/') return front(edition)
    const found = edition.reports.find((current) => current.path === path)
    return found === undefined ? null : article(found, edition)
  },
}

function front(edition: Edition): Answer {
  const { reports } = edition
  const rows = reports
    .slice(0, 30)
    .map(
      (current) =>
        `<tr><td class="when">${when(current, edition)}</td><td><h3><a href="${current.path}">${escaped(current.headline)}</a></h3></td></tr>`,
    )
  const body = `${head('Городская хроника — новости Ставреня')}
<table width="100%"><tr><td class="left">${menu}${mostRead(edition)}</td>
<td class="center"><h2>Новости</h2><table class="newslist">${rows.join('\n')}</table></td></tr></table>${bottom}`
  return { type: 'text/html', body, modifiedAt: reports[0]?.since ?? null }
}

function article(current: CurrentReport, edition: Edition): Answer {
  const { report, headline, lead, body } = current
  const text = [...(lead === null ? [] : [lead]), ...body]
    .map((paragraph) => paragraph.replace(/^(> |## |- )/, ''))
    .map((paragraph) => inline(paragraph, edition))
  const latest = edition.reports.slice(0, 12)
  const html = `${head(`${headline} — Городская хроника`)}
<table width="100%"><tr><td class="left">${menu}${mostRead(edition)}</td>
<td class="center"><h1>${escaped(headline)}</h1>
<div class="date">${dayAndMonth(report.publishedAt, edition.outlet)}, ${clockTime(report.publishedAt, edition.outlet)}</div>
${picture(current)}
${text.join('<br><br>\n')}<br><br>
${note}<br><br>
${report.author === null ? '' : `<i>${escaped(report.author)}, «Городская хроника»</i><br>`}
<b>Последние новости</b><br>
${latest.map((other) => `<a href="${other.path}">${escaped(other.headline)}</a><br>${clockTime(other.report.publishedAt, edition.outlet)}`).join('')}
</td></tr></table>${bottom}`
  return { type: 'text/html', body: html, modifiedAt: current.since }
}

function when({ report }: CurrentReport, { outlet }: Edition): string {
  return clockTime(report.publishedAt, outlet)
}

function picture({ report: { id, picture } }: CurrentReport): string {
  if (picture === null) return ''
  return `<img src="/media/${id}.svg" width="640" height="400" alt=""><br><small>${escaped(picture.caption)} Фото: ${escaped(picture.credit)}</small><br><br>`
}

function mostRead({ reports }: Edition): string {
  const read = reports.slice(3, 8)
  return `<div class="most-read"><b>Самое читаемое</b><br>${read.map(({ path, headline }) => `<a href="${path}">${escaped(headline)}</a><br>`).join('')}</div>`
}

/** Under every article, with nothing around it that would tell it from one. */
const note = `Городская хроника ведётся с 1998 года силами трёх человек. Заметили, что в вашем дворе что-то изменилось, — расскажите нам об этом в окошке на площади Мира, оно открыто по будням до шести вечера.`
const head = (title: string): string => `<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>${escaped(title)}</title></head><body bgcolor="#ffffff">
<div id="top"><a href="/">Городская хроника</a> — городской портал Ставреня</div>`
const menu = `<div class="menu"><a href="/news/">Новости</a><br><a href="/afisha/">Афиша</a><br><a href="/board/">Доска объявлений</a><br><a href="/weather/">Погода</a><br><a href="/transport/">Расписание автобусов</a><br><a href="/forum/">Форум</a></div>`
const bottom = `<hr><div class="footer">© Городская хроника. <a href="/reklama/">Реклама на сайте</a> | <a href="/contacts/">Контакты</a></div></body></html>`
