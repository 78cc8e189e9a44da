import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Reading } from '../../model/article.ts'
import { bodyText } from '../../model/block-text.ts'
import { read } from '../index.ts'

const intro =
  'The count of this year’s sheaves began on the square at nine, and goes on until every field is told.'

describe('the kind of a page', () => {
  const cases: readonly (readonly [kind: Reading['kind'], html: string])[] = [
    ['empty', ''],
    ['empty', '<html><body></body></html>'],
    // Errors, also those that are served as if nothing were wrong.
    ['error-page', page('404', '<h1>Page not found</h1><p>The page that you asked for is not here.</p>')],
    ['error-page', page('Valley Post', `<h1>Oops! Error 404</h1>${teasers(6)}`)],
    [
      'error-page',
      page('Страница не найдена — Вестник', '<h1>Страница не найдена</h1><p>Вернитесь на главную.</p>'),
    ],
    [
      'error-page',
      page('Ошибка 404', `<p>Возможно, материал удалён. Смотрите другие новости.</p>${teasers(5)}`),
    ],
    [
      'error-page',
      page('Сторінку не знайдено | Кур’єр', '<h1>404</h1><p>Сторінку видалено або її ніколи не було.</p>'),
    ],
    ['error-page', page('Бет табылмады', '<h1>Бет табылмады</h1><p>Басты бетке оралыңыз.</p>')],
    [
      'error-page',
      page('Сайт временно недоступен', '<p>Ведутся технические работы. Зайдите через час, пожалуйста.</p>'),
    ],
    ['error-page', page('Access Denied', '<h1>Access Denied</h1><p>Reference 18.2f.</p>')],
    // Walls.
    [
      'consent-wall',
      page(
        'Before you continue',
        '<h1>Before you continue</h1><p>We value your privacy. We use cookies and similar means to show advertising that fits you, and to measure it.</p><button>Accept all cookies</button>',
      ),
    ],
    [
      'consent-wall',
      page(
        'Вестник',
        '<p>Мы используем файлы cookie, чтобы сайт работал и чтобы реклама была вам ближе. Подробнее — в правилах обработки данных.</p><button>Принять все</button><button>Настроить</button>',
      ),
    ],
    [
      'consent-wall',
      page(
        'Ми цінуємо вашу приватність',
        '<p>Ми та наші партнери зберігаємо дані на вашому пристрої, щоб показувати рекламу. Ви можете змінити вибір.</p><a href="#">Прийняти все</a>',
      ),
    ],
    [
      'consent-wall',
      page(
        'Хабаршы',
        '<div><p>Біз cookie файлдарын пайдаланамыз: олар сайттың жұмысына және жарнаманы таңдауға керек.</p><button>Барлығын қабылдау</button></div>',
      ),
    ],
    [
      'login-wall',
      page('Log in — Valley Post', '<h1>Log in</h1><form><input name="u"><input type="password"></form>'),
    ],
    [
      'login-wall',
      page('Вход на сайт', '<p>Введите почту и пароль.</p><form><input><input type="password"></form>'),
    ],
    ['login-wall', page('Увійдіть, щоб продовжити', '<form><input type="password"></form>')],
    ['login-wall', page('Кіру', '<form><input type="password"><button>Кіру</button></form>')],
    [
      'bot-check',
      page(
        'Just a moment...',
        '<h1>valley-post.example</h1><p>Checking your browser before you go on. This takes a few seconds.</p>',
      ),
    ],
    ['bot-check', page('Проверка браузера', '<p>Подождите, мы проверяем ваш браузер.</p>')],
    ['bot-check', page('Вестник', '<p>Подтвердите, что вы не робот, и мы покажем страницу.</p>')],
    ['bot-check', page('Перевірка', '<h1>Підтвердьте, що ви людина</h1>')],
    ['bot-check', page('Тексеру', '<p>Браузеріңіз тексерілуде, күте тұрыңыз.</p>')],
    [
      'empty',
      page(
        'Valley Post',
        '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
      ),
    ],
    ['empty', page('Вестник', '<div id="app"></div><p>Включите JavaScript, чтобы читать сайт.</p>')],
    ['empty', page('Кур’єр', '<noscript>Увімкніть JavaScript</noscript>')],
    ['empty', page('Valley Post', '<div id="root"></div><script src="/app.js"></script>')],
    // Lists of articles.
    ['section', page('News of the county', `<h1>News</h1><ul>${links(20)}</ul>`)],
    ['section', page('Harvest', `<h1>Harvest</h1>${paragraphs(1)}<ul>${links(20)}</ul>`)],
    ['article', page('Harvest ends', `<h1>Harvest ends</h1>${paragraphs(2)}<ul>${links(20)}</ul>`)],
    ['section', page('Новости района', `<h1>Новости</h1>${teasers(12)}`)],
    [
      'section',
      page('Archive', `<script type="application/ld+json">{"@type":"CollectionPage"}</script>${teasers(8)}`),
    ],
    // What is only begun, and what is seen rather than read.
    ['paywall-stub', page('Who owns the quay', `${data({ isAccessibleForFree: false })}${paragraphs(1)}`)],
    [
      'paywall-stub',
      page(
        'Кому принадлежит пристань',
        `${data()}${paragraphs(2)}<div>Материал доступен только подписчикам.</div>`,
      ),
    ],
    [
      'paywall-stub',
      page('Чия пристань', `${data()}${paragraphs(2)}<div>Оформіть передплату, щоб прочитати решту.</div>`),
    ],
    ['paywall-stub', page('Айлақ кімдікі', `${data()}${paragraphs(2)}<div>Толық оқу үшін жазылыңыз.</div>`)],
    [
      'video',
      page(
        'The boat leaves',
        '<meta property="og:type" content="video.other"><p>The Marten leaves the harbour at six on Friday morning.</p>',
      ),
    ],
    [
      'video',
      page(
        'The boat leaves',
        '<iframe src="https://www.youtube.com/embed/abcdef12345"></iframe><p>At six on Friday morning.</p>',
      ),
    ],
    [
      'gallery',
      page(
        'The fair in pictures',
        [1, 2, 3, 4, 5, 6]
          .map((at) => `<figure><img src="/${at}.jpg"><figcaption>Stall ${at}</figcaption></figure>`)
          .join(''),
      ),
    ],
    // What looks like one of them and is an article.
    ['article', page('Why sites say “We value your privacy”', `${data()}${paragraphs(3, 'Lawyers')}`)],
    [
      'article',
      page(
        'Мы используем файлы cookie: что это значит',
        `<p>Мы используем файлы cookie — эту строку видел каждый. Что за ней стоит, рассказал юрист Пахом Лужин.</p>${paragraphs(4)}<button>Принять все</button>`,
      ),
    ],
    ['article', page('Error 404 at the town hall: the site was down all day', `${data()}${paragraphs(3)}`)],
    ['article', page('Route 404 reopens', paragraphs(4))],
    ['article', page('Ferry number 404 stays in harbour after a storm', paragraphs(1))],
    ['article', page('Сайт администрации временно недоступен из-за грозы', `${data()}${paragraphs(2)}`)],
    ['article', page('Harvest ends', `${paragraphs(4)}<form><h3>Log in</h3><input type="password"></form>`)],
    [
      'article',
      page('Harvest ends', `<header><a href="/s">Already a subscriber?</a></header>${paragraphs(3)}`),
    ],
    ['article', page('Harvest ends', `${paragraphs(8)}<ul>${links(30)}</ul>`)],
    ['article', page('Harvest ends', `${paragraphs(5)}<section>${comments(8)}</section>`)],
  ]
  for (const [at, [kind, html]] of cases.entries())
    it(`is ${kind} (${at}): ${/<title>(.*?)<\/title>/.exec(html)?.[1] ?? (html || 'no bytes at all')}`, () => {
      const reading = read({ text: html, address: 'https://outlet.example/page' })
      assert.equal(reading.kind, kind, 'why' in reading ? reading.why : '')
    })

  it('is told with a reason in words', () => {
    const reading = read({ text: page('404', '<h1>Page not found</h1>'), address: '' })
    assert.deepEqual(reading, {
      kind: 'error-page',
      why: 'The page says that something went wrong: “Page not found”.',
    })
  })

  it('keeps of a video its player and what is said of it, though the page shows neither', () => {
    const said = 'The Marten leaves the harbour at six on Friday morning, for the first time since March.'
    const film = JSON.stringify({
      '@type': 'VideoObject',
      name: 'The boat leaves',
      description: said,
      contentUrl: '/marten.mp4',
      duration: 'PT2M',
    })
    const reading = read({
      text: page(
        'The boat leaves',
        `<script type="application/ld+json">${film}</script><div id="player"></div>`,
      ),
      address: 'https://outlet.example/video/7',
    })
    assert.ok(reading.kind === 'video')
    assert.equal(reading.article.lead, said)
    assert.deepEqual(reading.article.blocks, [
      {
        kind: 'video',
        provider: 'outlet.example',
        address: 'https://outlet.example/marten.mp4',
        title: 'The boat leaves',
        poster: null,
        durationSeconds: 120,
      },
    ])
  })
})

describe('a live blog', () => {
  const entries = [3, 2, 1].map(
    (at) =>
      `<article id="e${at}"><time datetime="2026-11-24T1${at}:05:00+05:00">1${at}:05</time><h3>Count ${at} is in</h3><p>The reeve has read out the count of sheaves from field ${at}, and the square is quiet again.</p></article>`,
  )
  const expected = [3, 2, 1].map((at) => ({
    headline: `Count ${at} is in`,
    at: { at: Date.UTC(2026, 10, 24, 5 + at, 5), zone: '+05:00', precision: 'second' as const },
    address: `https://outlet.example/live#e${at}`,
    blocks: [
      {
        kind: 'paragraph' as const,
        text: `The reeve has read out the count of sheaves from field ${at}, and the square is quiet again.`,
        links: [],
      },
    ],
  }))
  const update = (at: number): object => ({
    '@type': 'BlogPosting',
    headline: `Count ${at} is in`,
    datePublished: `2026-11-24T1${at}:05:00+05:00`,
    articleBody: `The reeve has read out the count of sheaves from field ${at}, and the square is quiet again.`,
    url: `https://outlet.example/live#e${at}`,
  })
  const liveData = (updates: readonly object[]): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'The count, live', liveBlogUpdate: updates })}</script>`

  const cases: readonly (readonly [how: string, html: string])[] = [
    [
      'as the page repeats them',
      page('The count, live', `${liveData([])}<p>${intro}</p>${entries.join('')}`),
    ],
    [
      'with what its data says of them',
      page(
        'The count, live',
        `${liveData([3, 2, 1].map(update))}<p>${intro}</p>${entries.map((entry) => entry.replace(/<time.*?<\/time>/, '').replace(/ id="e\d"/, ' itemprop="liveBlogUpdate"')).join('')}`,
      ),
    ],
    ['from its data alone', page('The count, live', `${liveData([3, 2, 1].map(update))}<p>${intro}</p>`)],
    [
      'by microdata',
      page(
        'The count, live',
        `<div itemscope itemtype="https://schema.org/LiveBlogPosting"><p>${intro}</p>${entries.map((entry) => entry.replace('<article', '<div itemprop="liveBlogUpdate"').replace('</article>', '</div>')).join('')}</div>`,
      ),
    ],
  ]
  for (const [how, html] of cases)
    it(`has its entries with their times, ${how}`, () => {
      const reading = read({ text: html, address: 'https://outlet.example/live' })
      assert.ok(reading.kind === 'live-blog', `read as ${reading.kind}`)
      assert.deepEqual(reading.article.entries, expected)
      assert.deepEqual(
        reading.article.blocks.map((block) => ('text' in block ? block.text : block.kind)),
        [intro],
      )
      assert.equal(bodyText(reading.article).split('Count 2 is in').length, 2)
    })

  it('that only its name tells is one too, and bare times of day are of the day that the page is of', () => {
    const bare = [4, 3, 2, 1].map(
      (at) =>
        `<li><time>1${at}:05</time><p>The reeve has read out the count of sheaves from field ${at}, and the square is quiet.</p></li>`,
    )
    const reading = read({
      text: page(
        'Подсчёт снопов: онлайн',
        `<meta property="article:published_time" content="2026-11-24T09:00:00+05:00"><ul>${bare.join('')}</ul>`,
      ),
      address: 'https://outlet.example/live',
    })
    assert.ok(reading.kind === 'live-blog', `read as ${reading.kind}`)
    assert.deepEqual(
      reading.article.entries?.map(({ at }) => at && new Date(at.at).toISOString()),
      ['09', '08', '07', '06'].map((hour) => `2026-11-24T${hour}:05:00.000Z`),
    )
  })
})

function page(title: string, body: string): string {
  return `<html><head><title>${title}</title></head><body>${/<h1/.test(body) ? '' : `<h1>${title}</h1>`}${body}</body></html>`
}

function data(more: object = {}): string {
  const article = { '@type': 'NewsArticle', datePublished: '2026-11-24T09:00:00Z', ...more }
  return `<script type="application/ld+json">${JSON.stringify(article)}</script>`
}

function paragraphs(count: number, word = 'Farmers'): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<p>${word} brought in sheaf ${at} of the harvest on Monday, and said that the barley had never stood so high in the valley before this year.</p>`,
  ).join('')
}

function links(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `<li><a href="/n/${at}">Headline number ${at} of the long list of news</a></li>`,
  ).join('')
}

function teasers(count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<div class="card"><h2><a href="/n/${at}">The reeve opens bridge number ${at} over the brook</a></h2><p>It is the first bridge of its kind in hamlet ${at}, and the last one this year.</p></div>`,
  ).join('')
}

function comments(count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<div><time datetime="2026-11-24T1${at}:05:00Z">1${at}:05</time><p>I remember bridge ${at}: it was never any good, and this one will not be better.</p></div>`,
  ).join('')
}
