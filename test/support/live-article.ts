import type { Article, LiveEntry } from '../../src/model/article.ts'
import type { NewOutlet } from '../../src/model/outlet.ts'
import { sampleNow, sampleOutlets } from './sample-news.ts'

/** A live blog with every kind of block that is not prose, and what it became when two entries were added. */
export const liveOutlet: NewOutlet = sampleOutlets.herald

const picture = (at: number): { address: string; alt: string; width: number; height: number } => ({
  address: `https://harbour-herald.example/i/fair-${at}.jpg`,
  alt: `The harbour fair, stall ${at}`,
  width: 900,
  height: 600,
})

const entry = (minutesAgo: number, headline: string | null, text: string): LiveEntry => ({
  headline,
  at: { at: sampleNow - minutesAgo * 60_000, zone: '+00:00', precision: 'minute' },
  address: `https://harbour-herald.example/live/fair#at-${minutesAgo}`,
  blocks: [{ kind: 'paragraph', text, links: [] }],
})

const firstEntries: readonly LiveEntry[] = [
  entry(31, 'Rope pullers take the lead', 'Morrow leads Port Selwyn by two pulls to one, the umpire says.'),
  entry(58, null, 'The fair is open. About four hundred people are on the quay, the harbour office counts.'),
]

export const liveArticle: Article = {
  address: 'https://harbour-herald.example/live/fair',
  headline: 'Harbour fair at Morrow: live',
  lead: 'Rope pulling, herring and the last train over the old bridge, minute by minute.',
  authors: ['Tom Penhallow'],
  agency: null,
  publishedAt: { at: sampleNow - 3_600_000, zone: '+00:00', precision: 'minute' },
  modifiedAt: null,
  language: 'en',
  blocks: [
    { kind: 'paragraph', text: 'The fair goes on until ten. This is what has been agreed on.', links: [] },
    {
      kind: 'list',
      ordered: true,
      items: [
        {
          text: 'Rope pulling at three',
          links: [],
          inner: {
            kind: 'list',
            ordered: false,
            items: [
              { text: 'Morrow against Port Selwyn', links: [] },
              { text: 'the school against the pilots', links: [] },
            ],
          },
        },
        { text: 'Herring at five', links: [] },
      ],
    },
    {
      kind: 'definitions',
      items: [
        { term: 'Pull', meaning: { text: 'Four metres of rope, or a team in the water.', links: [] } },
        { term: 'Quay', meaning: { text: 'Where the fair is held when the tide is out.', links: [] } },
      ],
    },
    {
      kind: 'table',
      caption: 'Pulls won',
      rows: [
        ['Team', '2025', '2026'],
        ['Morrow', '3', '2'],
        ['Port Selwyn', '1', ''],
      ],
      headerRows: 1,
      headerColumn: true,
    },
    { kind: 'code', text: 'tide  15:04  4.1 m\nebb   21:17  0.6 m' },
    {
      kind: 'gallery',
      pictures: [1, 2, 3, 4].map((at) => ({
        image: picture(at),
        caption: `Stall ${at} before the crowd came.`,
        credit: at === 1 ? 'Ada Lunt' : '',
      })),
    },
    {
      kind: 'video',
      provider: 'video.example',
      address: 'https://video.example/w/77',
      title: 'The rope breaks',
      poster: 'https://video.example/w/77.jpg',
      durationSeconds: 83,
    },
    {
      kind: 'embed',
      provider: 'social.example',
      address: 'https://social.example/@port/2',
      author: 'Morrow Port Authority',
      handle: '@port',
      text: 'High water at 15:04. Mind the edge of the quay.',
      at: { at: sampleNow - 4_000_000, zone: null, precision: 'minute' },
    },
  ],
  entries: firstEntries,
  image: null,
  outletName: 'The Harbour Herald',
  section: 'Fair',
  keywords: [],
  outgoingLinks: [],
  textFrom: 'page',
}

export const laterLiveArticle: Article = {
  ...liveArticle,
  entries: [
    entry(4, 'Morrow wins', 'Morrow has won by three pulls to one. The herring is being fried.'),
    entry(
      31,
      'Rope pullers take the lead',
      'Morrow leads Port Selwyn by two pulls to none, the umpire says.',
    ),
    ...firstEntries.slice(1),
  ],
}
