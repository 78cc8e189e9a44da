import type { Article } from '../../src/model/article.ts'
import type { NewOutlet } from '../../src/model/outlet.ts'
import { sampleNow } from './sample-news.ts'

const script = '<script>alert(document.domain)</script>'
const breaking = `"><img src=x onerror=alert(1)>${script}`
const link = { start: 0, end: 5, address: 'javascript:alert(1)' }

const hostileImage = { address: 'javascript:alert(1)', alt: breaking, width: 1, height: 1 }

export const hostileOutlet: NewOutlet = {
  key: 'hostile.example',
  name: `Outlet ${breaking}`,
  language: 'en',
  country: null,
}

/** Script in every field that a page can fill. */
export const hostileArticle: Article = {
  address: 'https://hostile.example/a"><script>alert(1)</script>',
  headline: `Headline ${breaking}`,
  lead: `Lead ${breaking}`,
  authors: [`Author ${breaking}`],
  agency: `Agency ${breaking}`,
  publishedAt: { at: sampleNow, zone: `+05:00${script}`, precision: 'minute' },
  modifiedAt: null,
  language: 'en',
  blocks: [
    { kind: 'paragraph', text: `Para ${breaking}`, links: [link] },
    { kind: 'heading', level: 2, text: `Heading ${breaking}`, links: [link] },
    { kind: 'quote', text: `Quote ${breaking}`, links: [link] },
    { kind: 'list', ordered: true, items: [{ text: `Item ${breaking}`, links: [link] }] },
    {
      kind: 'figure',
      images: [
        { address: 'javascript:alert(1)', alt: breaking, width: 1, height: 1 },
        { address: `data:image/svg+xml,${script}`, alt: breaking, width: null, height: null },
      ],
      caption: breaking,
      credit: breaking,
    },
    { kind: 'embed', provider: breaking, address: 'javascript:alert(1)', author: breaking, text: breaking },
    { kind: 'table', caption: breaking, rows: [[breaking], [breaking]], headerRows: 1 },
    { kind: 'gallery', pictures: [{ image: hostileImage, caption: breaking, credit: breaking }] },
    {
      kind: 'video',
      provider: breaking,
      address: 'javascript:alert(1)',
      title: breaking,
      poster: `data:image/svg+xml,${script}`,
      durationSeconds: 61,
    },
    { kind: 'definitions', items: [{ term: breaking, meaning: { text: breaking, links: [link] } }] },
    { kind: 'code', text: breaking },
  ],
  entries: [
    {
      headline: breaking,
      at: { at: sampleNow, zone: null, precision: 'minute' },
      address: 'javascript:alert(1)',
      blocks: [{ kind: 'paragraph', text: `Entry ${breaking}`, links: [link] }],
    },
  ],
  image: { address: 'vbscript:alert(1)', alt: breaking, width: null, height: null },
  outletName: breaking,
  section: breaking,
  keywords: [breaking],
  outgoingLinks: ['javascript:alert(1)'],
  textFrom: 'page',
}
