import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { trustCanonical } from './trust-canonical.ts'

describe('rel=canonical', () => {
  const page = 'https://alfa.example/news/2026/ferry-stays'
  const cases: readonly { name: string; claimed: string; page?: string; known: string }[] = [
    {
      name: 'is believed on the same host',
      claimed: 'https://alfa.example/ferry-stays-in-harbour',
      known: 'https://alfa.example/ferry-stays-in-harbour',
    },
    {
      name: 'is believed on another host of the same outlet',
      claimed: 'https://www.alfa.example/ferry',
      known: 'https://www.alfa.example/ferry',
    },
    { name: 'may be relative', claimed: '/ferry', known: 'https://alfa.example/ferry' },
    {
      name: 'is not believed when it names another outlet',
      claimed: 'https://beta.example/ferry',
      known: page,
    },
    { name: 'is not believed when it names the home page', claimed: 'https://alfa.example/', known: page },
    { name: 'is not believed when it names the section', claimed: 'https://alfa.example/news/', known: page },
    {
      name: 'is believed by the second sheet of an article',
      claimed: 'https://alfa.example/ferry',
      page: 'https://alfa.example/ferry/2',
      known: 'https://alfa.example/ferry',
    },
    {
      name: 'is not believed when it leaves out which article it is',
      claimed: 'https://alfa.example/show.php',
      page: 'https://alfa.example/show.php?id=18',
      known: 'https://alfa.example/show.php?id=18',
    },
    {
      name: 'is believed when it says in words which article it is',
      claimed: 'https://alfa.example/18-ferry',
      page: 'https://alfa.example/?p=18',
      known: 'https://alfa.example/18-ferry',
    },
    {
      name: 'is not believed when the number of the article is only a part of another',
      claimed: 'https://alfa.example/news/2026/ferry-stays',
      page: 'https://alfa.example/show.php?id=2',
      known: 'https://alfa.example/show.php?id=2',
    },
    {
      name: 'is believed when it leaves out where the reader came from',
      claimed: page,
      page: `${page}?came=frontpage`,
      known: page,
    },
    { name: 'is not believed when it is no address', claimed: 'javascript:alert(1)', known: page },
  ]
  for (const { name, claimed, page: asked = page, known } of cases) {
    it(name, () => assert.equal(trustCanonical(claimed, asked), known))
  }
})
