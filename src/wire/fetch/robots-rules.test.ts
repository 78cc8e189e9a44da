import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseRobots } from './robots-rules.ts'

describe('robots.txt', () => {
  const cases: readonly {
    name: string
    text: string
    allows?: readonly string[]
    forbids?: readonly string[]
  }[] = [
    { name: 'allows everything when empty', text: '', allows: ['/', '/a?b=c'] },
    {
      name: 'allows everything when it is a web page',
      text: '<!doctype html>\n<title>404</title>',
      allows: ['/'],
    },
    {
      name: 'forbids what a path begins with',
      text: 'User-agent: *\nDisallow: /a',
      forbids: ['/a', '/ab', '/a/b'],
      allows: ['/', '/b/a'],
    },
    { name: 'takes an empty disallow for none', text: 'User-agent: *\nDisallow:', allows: ['/'] },
    {
      name: 'lets the longest rule decide',
      text: 'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /news/open/not',
      allows: ['/news/open/1'],
      forbids: ['/news/1', '/news/open/not/1'],
    },
    {
      name: 'lets allow win between equals',
      text: 'User-agent: *\nDisallow: /page\nAllow: /page',
      allows: ['/page'],
    },
    {
      name: 'reads * and $',
      text: 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?*print=',
      forbids: ['/a/b.pdf', '/x?y=1&print=1'],
      allows: ['/a.pdf?x', '/a.html'],
    },
    { name: 'reads a lone $', text: 'User-agent: *\nAllow: /$\nDisallow: /', allows: ['/'], forbids: ['/a'] },
    {
      name: 'prefers our own group',
      text: 'User-agent: *\nDisallow: /\n\nUser-agent: wiredesk\nDisallow: /private',
      allows: ['/'],
      forbids: ['/private'],
    },
    {
      name: 'is not ours when only the beginning of the name is',
      text: 'User-agent: Wire\nDisallow: /',
      allows: ['/'],
    },
    { name: 'takes a name with its version', text: 'User-agent: WireDesk/1.0\nDisallow: /', forbids: ['/'] },
    {
      name: 'joins groups of one name',
      text: 'User-agent: Wiredesk\nDisallow: /a\nUser-agent: other\nDisallow: /\nUser-agent: Wiredesk\nDisallow: /b',
      forbids: ['/a', '/b'],
      allows: ['/c'],
    },
    {
      name: 'lets agents share a group',
      text: 'User-agent: other\nUser-agent: wiredesk\nDisallow: /a',
      forbids: ['/a'],
    },
    {
      name: 'is not split by lines it does not know',
      text: 'User-agent: wiredesk\nSitemap: https://alfa.example/s.xml\nUser-agent: other\nDisallow: /a',
      forbids: ['/a'],
    },
    {
      name: 'reads past comments, BOM, CR and odd spacing',
      text: '\uFEFF# hi\r\nUSER-AGENT :  * # all\rdisallow:/a#b\r\n',
      forbids: ['/a'],
    },
    {
      name: 'compares spellings of one path',
      text: 'User-agent: *\nDisallow: /новости\nDisallow: /%7Eann',
      forbids: ['/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1', '/~ann'],
    },
    {
      name: 'keeps an escaped slash apart',
      text: 'User-agent: *\nDisallow: /a%2fb',
      forbids: ['/a%2Fb'],
      allows: ['/a/b'],
    },
    {
      name: 'never forbids itself',
      text: 'User-agent: *\nDisallow: /',
      allows: ['/robots.txt'],
      forbids: ['/robots.html'],
    },
    { name: 'ignores rules before any group', text: 'Disallow: /', allows: ['/'] },
  ]
  for (const { name, text, allows = [], forbids = [] } of cases)
    it(name, () => {
      const rules = parseRobots(text, 'Wiredesk')
      for (const path of allows) assert.equal(rules.allows(path), true, path)
      for (const path of forbids) assert.equal(rules.allows(path), false, path)
    })

  it('tells the crawl-delay of the group that applies', () => {
    const text = 'User-agent: *\nCrawl-delay: 5\n\nUser-agent: wiredesk\nCrawl-delay: 1.5\nDisallow: /a'
    assert.equal(parseRobots(text, 'Wiredesk').crawlDelaySeconds, 1.5)
    assert.equal(parseRobots(text, 'Other').crawlDelaySeconds, 5)
    assert.equal(parseRobots('User-agent: *\nCrawl-delay: soon', 'Other').crawlDelaySeconds, null)
  })

  it('reads hostile patterns and lines in linear time', () => {
    const stars = `User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`
    assert.equal(parseRobots(stars, 'Wiredesk').allows(`/${'a'.repeat(4000)}b`), true)
    parseRobots(`User-agent:${' '.repeat(400_000)}x`, 'Wiredesk')
  })

  it('does not read beyond 500 KiB', () => {
    const text = `User-agent: *\n${'# padding\n'.repeat(51_200)}Disallow: /`
    assert.equal(parseRobots(text, 'Wiredesk').allows('/'), true)
  })
})
