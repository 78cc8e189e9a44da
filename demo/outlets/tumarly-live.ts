import { clockTime } from '../local-time.ts'
import { escaped, inline } from '../markup.ts'
import type { Answer, CurrentReport, Edition, Outlet } from '../outlet.ts'

const channel = 'tumarly_live'

/** A Kazakh channel: the preview page of a messenger, the oldest post first, twenty at most. */
export const tumarlyLive: Outlet = {
  host: 'channels',
  title: 'Тұмарлы LIVE',
  language: 'kk',
  offsetMinutes: 300,
  front: `/s/${channel}`,
  expects: 'telegram',
  charset: 'utf-8',
  sections: {
    accident: ['', ''],
    economy: ['', ''],
    politics: ['', ''],
    society: ['', ''],
    science: ['', ''],
    culture: ['', ''],
    sport: ['', ''],
    nature: ['', ''],
  },
  pathOf: ({ number }) => `/${channel}/${1200 + number}`,
  answer(path, edition) {
    if (path === `/s/${channel}` || path === '/') return preview(edition, edition.reports.slice(0, 20))
    const found = edition.reports.find((current) => current.path === path)
    return found === undefined ? null : preview(edition, [found])
  },
}

function preview(edition: Edition, posts: readonly CurrentReport[]): Answer {
  const { outlet, origin } = edition
  const body = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${outlet.title} – Telegram</title>
<meta property="og:title" content="${outlet.title}"><meta property="og:site_name" content="Telegram">
<meta property="og:description" content="Қала мен дала жаңалықтары. Хат: @tumarly_bot"></head>
<body class="widget_frame_base tgme_webpreview">
<header class="tgme_header search_collapsed"><div class="tgme_header_title"><span dir="auto">${outlet.title}</span></div></header>
<main class="tgme_main"><section class="tgme_right_column"><div class="tgme_channel_info">
<div class="tgme_channel_info_header_title"><span dir="auto">${outlet.title}</span></div>
<div class="tgme_channel_info_header_username"><a href="${origin}/${channel}">@${channel}</a></div>
<div class="tgme_channel_info_description">Қала мен дала жаңалықтары. Хат: @tumarly_bot</div></div></section>
<section class="tgme_channel_history js-message_history">
${posts
  .toReversed()
  .map((post) => message(post, edition))
  .join('\n')}
</section></main></body></html>`
  return { type: 'text/html; charset=utf-8', body, modifiedAt: posts[0]?.since ?? null }
}

function message(post: CurrentReport, edition: Edition): string {
  const { report, address, headline, lead, body } = post
  const { outlet, origin } = edition
  const paragraphs = [...(lead === null ? [] : [lead]), ...body].map((text) =>
    inline(text.replace(/^(> |## )/, '').replace(/^- /, '• '), edition),
  )
  const photo =
    report.picture === null
      ? ''
      : `<a class="tgme_widget_message_photo_wrap" href="${address}" style="width:640px;background-image:url('${origin}/media/${report.id}.svg')"><div class="tgme_widget_message_photo" style="padding-top:62.5%"></div></a>`
  return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${address.slice(origin.length + 1)}">
<div class="tgme_widget_message_user"><a href="${origin}/${channel}"><i class="tgme_widget_message_user_photo bgcolor3" data-content="Т"></i></a></div>
<div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="${origin}/${channel}"><span dir="auto">${outlet.title}</span></a></div>
${photo}<div class="tgme_widget_message_text js-message_text" dir="auto"><b>${escaped(headline)}</b><br/><br/>${paragraphs.join('<br/><br/>')}</div>
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">${(report.number % 9) + 1}.${report.number % 7}K</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="${address}"><time datetime="${new Date(report.publishedAt).toISOString().slice(0, 19)}+00:00" class="time">${clockTime(report.publishedAt, outlet)}</time></a></span></div></div>
</div></div></div>`
}
