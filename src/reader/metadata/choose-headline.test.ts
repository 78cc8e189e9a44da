import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chooseHeadline, type HeadlineCandidates } from './choose-headline.ts'

const none: HeadlineCandidates = {
  jsonLd: '',
  headings: [],
  openGraph: '',
  title: '',
  outletName: '',
  microdata: '',
}

describe('chooseHeadline', () => {
  const cases: readonly (readonly [
    what: string,
    candidates: Partial<HeadlineCandidates>,
    headline: string,
  ])[] = [
    [
      'a title without the outlet behind a dash',
      { title: 'Ferry runs again — Harbour Gazette', outletName: 'Harbour Gazette' },
      'Ferry runs again',
    ],
    [
      'a title without the outlet before a bar',
      { title: 'Harbour Gazette | Ferry runs again', outletName: 'Harbour Gazette' },
      'Ferry runs again',
    ],
    [
      'a title with a dash of its own',
      { title: 'Open at last – the ferry runs' },
      'Open at last – the ferry runs',
    ],
    [
      'the heading that the title begins with',
      { title: 'Ferry runs again | Islands', headings: ['Harbour Gazette', 'Ferry runs again'] },
      'Ferry runs again',
    ],
    [
      'JSON-LD where it has the kicker too',
      {
        jsonLd: 'After the storm: Ferry runs again',
        headings: ['Ferry runs again'],
        title: 'After the storm: Ferry runs again',
      },
      'After the storm: Ferry runs again',
    ],
    ['what is encoded twice', { openGraph: 'Maud&amp;#39;s shop' }, "Maud's shop"],
  ]
  for (const [what, candidates, headline] of cases)
    it(`chooses ${what}`, () => assert.equal(chooseHeadline({ ...none, ...candidates }), headline))
})
