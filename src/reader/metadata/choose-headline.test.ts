import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chooseHeadline, type HeadlineCandidates } from './choose-headline.ts'

const none: HeadlineCandidates = {
  jsonLd: '',
  headings: [],
  siteNames: [],
  openGraph: '',
  title: '',
  outletName: '',
  host: '',
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
    [
      'a title without the name that the host has',
      { title: 'Ferry runs again – Gazette', host: 'www.gazette.example' },
      'Ferry runs again',
    ],
    [
      'what JSON-LD and OpenGraph say where the heading element holds a date too',
      {
        jsonLd: 'Ferry runs again after the storm',
        openGraph: 'Ferry runs again after the storm',
        headings: ['Ferry runs again after the storm Posted on 1 July by Tom'],
      },
      'Ferry runs again after the storm',
    ],
    [
      'what OpenGraph and title say where the only heading is of a box',
      {
        openGraph: 'Ferry runs again after the storm',
        title: 'Ferry runs again after the storm | Gazette',
        headings: ['A message from our founders to all who read'],
        outletName: 'Gazette',
      },
      'Ferry runs again after the storm',
    ],
    [
      'the heading that says it in other words than the metadata',
      {
        openGraph: 'Storm over: ferry to the islands runs again',
        title: 'Storm over: ferry to the islands runs again',
        headings: ['Islands have their ferry again as the storm is over'],
      },
      'Islands have their ferry again as the storm is over',
    ],
    [
      'the heading nearest to the metadata',
      {
        openGraph: 'Ferry to the islands runs again',
        headings: ['Most read today', 'The ferry to the islands runs'],
      },
      'The ferry to the islands runs',
    ],
    [
      'the heading without a kicker where OpenGraph has none either',
      {
        jsonLd: 'After the storm: Ferry runs again',
        openGraph: 'Ferry runs again',
        headings: ['Ferry runs again'],
        title: 'After the storm: Ferry runs again',
      },
      'Ferry runs again',
    ],
    [
      'the heading in the words of OpenGraph where its parts run together',
      { headings: ['After the stormFerry runs again'], openGraph: 'After the storm / Ferry runs again' },
      'After the storm / Ferry runs again',
    ],
    [
      'the heading without the name of the outlet that ends it',
      {
        headings: ['Ferry runs again – Gazette'],
        openGraph: 'Ferry runs again – Gazette',
        outletName: 'Gazette',
      },
      'Ferry runs again',
    ],
    [
      'the heading that says more than JSON-LD, where no other agrees with that',
      {
        headings: ['How often does the ferry run?'],
        jsonLd: 'The ferry run',
        title: 'Ferries and how often they run',
      },
      'How often does the ferry run?',
    ],
    [
      'what the metadata agree on where the heading is a description',
      {
        headings: [
          `The ferry runs again. ${'All that you need to know of the islands and their ferry. '.repeat(5)}`,
        ],
        openGraph: 'When the ferry runs again',
        title: 'When the ferry runs again',
      },
      'When the ferry runs again',
    ],
    [
      'a title without what the heading of the site says',
      { title: 'Notes from an island: Ferry runs again', siteNames: ['Notes from an island'] },
      'Ferry runs again',
    ],
    [
      'a title that only begins as the site is called',
      { title: 'Islands have their ferry again', siteNames: ['Islands'] },
      'Islands have their ferry again',
    ],
    ['what is encoded twice', { openGraph: 'Maud&amp;#39;s shop' }, "Maud's shop"],
  ]
  for (const [what, candidates, headline] of cases)
    it(`chooses ${what}`, () => assert.equal(chooseHeadline({ ...none, ...candidates }), headline))
})
