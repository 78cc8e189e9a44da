import type { Article, Block } from '../../src/model/article.ts'
import type { NewOutlet } from '../../src/model/outlet.ts'
import type { EpochMs } from '../../src/model/time.ts'

/** 18:30 in Almaty on an invented Tuesday. */
export const sampleNow: EpochMs = Date.UTC(2026, 10, 24, 13, 30)
export const sampleZone = 'Asia/Almaty'

export const sampleOutlets: Readonly<Record<'tengri' | 'vesti' | 'holos' | 'herald', NewOutlet>> = {
  tengri: { key: 'kok-tobe.example', name: 'Көк-Төбе хабарлары', language: 'kk', country: 'KZ' },
  vesti: { key: 'vesti-stepi.example', name: 'Вести степи', language: 'ru', country: 'KZ' },
  holos: { key: 'holos-luhu.example', name: 'Голос лугу', language: 'uk', country: 'UA' },
  herald: { key: 'harbour-herald.example', name: 'The Harbour Herald', language: 'en', country: 'GB' },
}

export interface SampleReport {
  readonly outlet: NewOutlet
  readonly article: Article
  /** What its outlet made of it later, if anything. */
  readonly later?: Article
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, links: [] })

function report(
  outlet: NewOutlet,
  minutesAgo: number,
  [headline, lead, ...body]: readonly string[],
  more: Partial<Article> = {},
): SampleReport {
  const language = outlet.language ?? 'und'
  const at = sampleNow - minutesAgo * 60_000
  const slug = `${minutesAgo}-${language}`
  return {
    outlet,
    article: {
      address: `https://${outlet.key}/news/${slug}`,
      headline: headline ?? '',
      lead: lead ?? null,
      authors: [],
      agency: null,
      publishedAt: { at, zone: '+05:00', precision: 'minute' },
      modifiedAt: null,
      language,
      blocks: body.map(paragraph),
      image: null,
      outletName: outlet.name,
      section: null,
      keywords: [],
      outgoingLinks: [],
      textFrom: 'page',
      ...more,
    },
  }
}

const { tengri, vesti, holos, herald } = sampleOutlets

const bridge = report(
  herald,
  4,
  [
    'Old railway bridge at Morrow to close for two years',
    'The port authority says the 1911 swing bridge can no longer be trusted with freight trains.',
    'The swing bridge that has carried trains over the Ardle since 1911 will close on 1 March, the Morrow Port Authority said on Tuesday.',
    'Engineers found cracks in four of the eleven bearings last week, chief engineer Ines Calloway told reporters. “It has served us well, and it is tired,” she said.',
  ],
  {
    authors: ['Tom Penhallow'],
    modifiedAt: { at: sampleNow - 60_000, zone: '+00:00', precision: 'minute' },
    section: 'Transport',
    keywords: ['railways', 'Morrow', 'bridges'],
  },
)

const bridgeBlocks: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'The swing bridge that has carried trains over the Ardle since 1911 will close on 1 March, the Morrow Port Authority said on Tuesday.',
    links: [{ start: 94, end: 115, address: 'https://port.morrow.example/notices/17' }],
  },
  {
    kind: 'figure',
    images: [
      {
        address: 'https://harbour-herald.example/i/bridge.jpg',
        alt: 'The swing bridge, half open',
        width: 1200,
        height: 800,
      },
    ],
    caption: 'The bridge opens eleven times a day.',
    credit: 'Photo: Ada Lunt',
  },
  { kind: 'heading', level: 2, text: 'Cracks in the bearings', links: [] },
  paragraph(
    'Engineers found cracks in six of the eleven bearings last week, chief engineer Ines Calloway told reporters.',
  ),
  {
    kind: 'quote',
    text: 'It has served us well, and it is tired. We will not wait for it to tell us so.',
    links: [],
  },
  {
    kind: 'list',
    ordered: false,
    items: [
      { text: 'Freight goes by way of Tarn until the spring of 2029.', links: [] },
      { text: 'Passenger trains end at Morrow Quay.', links: [] },
    ],
  },
  {
    kind: 'table',
    caption: 'Trains a day over the bridge',
    rows: [
      ['2024', '2025', '2026'],
      ['61', '58', '44'],
    ],
  },
  {
    kind: 'embed',
    provider: 'social.example',
    address: 'https://social.example/@port/1',
    author: 'Morrow Port Authority',
    text: 'Notice 17: the swing bridge is closed to all traffic from 1 March.',
  },
]

const river = report(vesti, 11, [
  'Уровень воды в реке Карасай поднялся ещё на 12 сантиметров',
  'В трёх посёлках ниже плотины готовят пункты временного размещения.',
  'За сутки уровень воды в реке Карасай у посёлка Нижняя Балка поднялся на 12 сантиметров, сообщили в гидрологической службе.',
  'Глава района Ерлан Досов заявил, что эвакуация пока не объявлена. По его словам, дамбу укрепляют с воскресенья.',
])

const brief: readonly (readonly [outlet: NewOutlet, headline: string, sentence: string])[] = [
  [herald, 'Museum of Rope reopens with a new roof', 'The first hundred visitors got in free.'],
  [
    vesti,
    'Цены на уголь в Каменном Броде снизились на пять процентов',
    'Запасов хватит до марта, считают в акимате.',
  ],
  [tengri, 'Төменгі Балкада бөгетті нығайту жұмыстары басталды', 'Жұмысқа қырық адам тартылды.'],
  [holos, 'На вокзалі у Вербовому ремонтують дах', 'Роботи триватимуть до квітня.'],
  [
    herald,
    'Council delays vote on tram line to Selwyn Road',
    'Two members asked for the traffic figures again.',
  ],
  [
    vesti,
    'Школьники из Нижней Балки выиграли турнир по робототехнике',
    'Они собрали машину, которая измеряет толщину льда.',
  ],
  [holos, 'Пекарня на Млиновій знову працює після пожежі', 'Перший хліб роздали сусідам.'],
  [tengri, 'Ауыл кітапханасына үш мың кітап сыйға тартылды', 'Кітаптардың жартысы – балаларға арналған.'],
  [herald, 'Storm warning lifted for the western approaches', 'Ferries run to timetable from noon.'],
  [vesti, 'Гидрологи: пик паводка на Карасае ожидается в четверг', 'Прогноз уточнят завтра утром.'],
  [holos, 'Лікарня отримала два нові апарати штучної вентиляції', 'Їх придбали коштом громади.'],
  [tengri, 'Жаңатас ауданында жылқы фестивалі өтті', 'Оған он екі ауылдың шабандоздары қатысты.'],
  [herald, 'Port Selwyn bakery wins prize for its oat loaf', 'The recipe has not changed since 1923.'],
  [vesti, 'На трассе Каменный Брод – Жанатас ограничили движение', 'Фуры ждут на стоянках у села Ковыльное.'],
  [holos, 'У громаді обирають назву для нового мосту', 'Голосування триватиме тиждень.'],
  [tengri, 'Ақбұлақ тұрғындары жаңа автобус бағытын сұрайды', 'Өтінішке төрт жүз адам қол қойды.'],
  [herald, 'Morrow schools to open late on Wednesday', 'Buses cannot reach the hill villages before nine.'],
  [vesti, 'В районе началась перепись домашнего скота', 'Она продлится до пятницы.'],
  [holos, 'Волонтери висадили вздовж траси тисячу сосен', 'Навесні планують ще стільки ж.'],
  [tengri, 'Мектеп оқушылары өзен суын зерттейді', 'Нәтижесі көктемде жарияланады.'],
  [herald, 'Lighthouse keeper’s diary found behind a stove', 'Its last entry is of a calm night.'],
  [vesti, 'Дом культуры в Нижней Балке примет эвакуированных', 'Там готовят сорок мест.'],
  [holos, 'Річку Вербівку почали чистити від мулу', 'Перший кілометр пройдуть до зими.'],
  [tengri, 'Көк-Төбеде жаңа су құбыры іске қосылды', 'Енді алпыс үй таза су алады.'],
]

/** Newest first. */
export const sampleReports: readonly SampleReport[] = [
  {
    ...bridge,
    later: {
      ...bridge.article,
      headline: 'Old railway bridge at Morrow to close for three years',
      lead: 'The port authority says the 1911 swing bridge can no longer be trusted with freight trains or ferries.',
      blocks: bridgeBlocks,
    },
  },
  report(tengri, 7, [
    'Қарасай өзенінің деңгейі тағы 12 сантиметрге көтерілді',
    'Бөгеттен төмен үш ауылда уақытша орналастыру орындары дайындалып жатыр.',
    'Бір тәулік ішінде Төменгі Балка ауылының маңында өзен деңгейі 12 сантиметрге көтерілді, деп хабарлады гидрологиялық қызмет.',
  ]),
  {
    ...river,
    later: {
      ...river.article,
      headline: 'Уровень воды в реке Карасай поднялся на 17 сантиметров, объявлена эвакуация',
      blocks: [
        paragraph(
          'За сутки уровень воды в реке Карасай у посёлка Нижняя Балка поднялся на 17 сантиметров, сообщили в гидрологической службе.',
        ),
        paragraph(
          'Глава района Ерлан Досов объявил эвакуацию двух улиц. По его словам, дамбу укрепляют с воскресенья.',
        ),
      ],
    },
  },
  report(holos, 16, [
    'У Вербовому відкрили першу лінію тролейбуса',
    'Вісім кілометрів контактної мережі будували три роки.',
    'Перші пасажири проїхали від вокзалу до лікарні о шостій ранку, повідомила міська рада.',
  ]),
  report(herald, 23, [
    'Fishing fleets of both shores agree on a shorter herring season',
    'The season now ends on 10 February, eighteen days earlier than last year.',
    'The agreement was signed in Port Selwyn after two days of talks.',
  ]),
  report(vesti, 28, [
    'В Жанатасском районе открыли школу на 600 мест',
    'Она заменит здание, построенное в 1958 году.',
    'Занятия в новой школе начнутся после каникул, сообщила директор Гульмира Садыкова.',
  ]),
  report(
    holos,
    35,
    [
      'Міська рада Вербового ухвалила бюджет на 2027 рік',
      'Третина коштів піде на теплові мережі.',
      'За проголосували двадцять один депутат, проти – четверо.',
    ],
    { textFrom: 'source' },
  ),
  report(tengri, 41, [
    'Ақбұлақта жаңа емхана ашылды',
    'Ол күніне үш жүз адамды қабылдай алады.',
    'Емхананың бас дәрігері Айгүл Сәрсенова алғашқы науқастарды таңғы сағат сегізде қабылдады.',
  ]),
  report(vesti, 52, [
    'Перевозчики предупредили о перебоях с рейсами в Каменный Брод',
    'Дорогу закрыли из-за метели.',
    'Автовокзал отменил четыре вечерних рейса, информируют «Вести степи».',
  ]),
  report(herald, 64, [
    'Harbour pilots call off strike after late-night talks',
    'They will return to work on Wednesday morning.',
    'Both sides called the offer fair; neither would say what it was.',
  ]),
  report(holos, 77, [
    'Синоптики попередили про ожеледицю на Поліській трасі',
    'Водіям радять не виїжджати без потреби.',
    'Температура вночі знизиться до дванадцяти градусів морозу.',
  ]),
  report(tengri, 95, [
    'Қыс қаупі: жолдарда көктайғақ күшейеді',
    'Синоптиктер түнде аяз он екі градусқа дейін жететінін ескертті.',
    'Жүргізушілерге қажетсіз жолға шықпауға кеңес берілді.',
  ]),
  ...brief.map(([outlet, headline, sentence], index) =>
    report(outlet, 118 + index * 57, [headline, sentence, `${sentence} ${headline}.`]),
  ),
]
