import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileSample, sampleArticle } from '../../test/support/archive-samples.ts'
import type { Explanation } from '../model/explanation.ts'
import { exitCode } from './command.ts'
import { commands } from './commands.ts'
import { noteStems } from './stems-state.ts'
import type { Terminal } from './terminal.ts'
import { wiredesk } from './wiredesk.ts'
import { withArchive } from './with-archive.ts'

interface Outcome {
  readonly code: number
  readonly printed: string
  readonly said: string
}

describe('the wiredesk command', () => {
  let home: string
  let server: Server
  let origin: string

  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'wiredesk-cli-'))
    await withArchive({ database: path.join(home, 'archive.db') }, async () => {}, { mayMake: true })
    server = createServer((request, response) => {
      const page = pages[request.url ?? '']
      response
        .writeHead(page === undefined ? 404 : 200, { 'content-type': page?.[0] ?? 'text/plain' })
        .end(page?.[1] ?? 'nothing here')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    server.close()
    await rm(home, { recursive: true })
  })

  it('greets a newcomer with what it can do, and says that a command is missing', async () => {
    const { code, printed } = await run()
    assert.equal(code, exitCode.usage)
    for (const { name, summary } of commands)
      assert.ok(printed.includes(name) && printed.includes(summary), name)
  })

  it('explains every command with its usage, its options and an exit code that says it is well', async () => {
    for (const { name, usage, options } of commands) {
      const { code, printed } = await run('help', name)
      assert.equal(code, exitCode.ok)
      assert.ok(printed.startsWith(`Usage: wiredesk ${name} ${usage}`.trimEnd()), name)
      for (const option of Object.keys(options))
        assert.ok(printed.includes(`--${option}`), `${name} --${option}`)
      assert.equal((await run(name, '--help')).printed, printed)
    }
  })

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a mistyped command', ['serch'], /no command “serch”.*Did you mean “search”/],
    ['a missing argument', ['read'], /needs FILE\|ADDRESS/],
    ['a word too many', ['read', 'one', 'two'], /one word too many: “two”/i],
    ['an unknown option', ['sources', '--colour'], /--colour/],
    ['a number that is none', ['search', 'x', '--limit', 'many'], /--limit takes a whole number/],
    ['an export of something else', ['export', 'dreams'], /“dreams” cannot be exported/],
    ['a role without PostgreSQL', ['start', '--role', 'read'], /--role needs PostgreSQL/],
  ]
  for (const [what, words, message] of wrong) {
    it(`answers ${what} with exit code 2 and what to do`, async () => {
      const { code, said } = await run(...words)
      assert.equal(code, exitCode.usage)
      assert.match(said, message)
    })
  }

  it('says what stands in the way of the home folder', async () => {
    const file = path.join(home, 'not-a-folder')
    await writeFile(file, '')
    for (const place of [file, path.join(file, 'below')]) {
      const { code, said } = await run('restore', 'desk.jsonl.gz', '--home', place)
      assert.equal(code, exitCode.problem)
      assert.match(said, /cannot be made: a file stands in its place.*archive\/cannot-open/)
    }
  })

  it('reads a file, an address and scraped text down to the article', async () => {
    const file = path.join(home, 'page.html')
    await writeFile(file, pages['/news/bridge-closed']?.[1] ?? '')
    for (const input of [file, `${origin}/news/bridge-closed`]) {
      const { code, printed } = await run('read', input)
      assert.equal(code, exitCode.ok)
      assert.match(printed, /Bridge at Torvik closed after crack is found/)
      assert.match(printed, /An inspection found the crack on Monday night/)
      assert.doesNotMatch(printed, /Most read|Subscribe/)
    }
    const { article } = JSON.parse((await run('read', file, '--json')).printed)
    assert.equal(article.language, 'en')
  })

  it('reads a page from standard input', async () => {
    const { code, printed } = await runWith(pages['/news/bridge-closed']?.[1] ?? '', 'read', '-')
    assert.equal(code, exitCode.ok)
    assert.match(printed, /An inspection found the crack/)
  })

  it('names a file and an address that cannot be read', async () => {
    const file = await run('read', path.join(home, 'no-such.html'))
    assert.deepEqual(
      [file.code, /no-such\.html cannot be read.*\[cli\/no-file\]/s.test(file.said)],
      [exitCode.problem, true],
    )
    const page = await run('read', `${origin}/gone`)
    assert.deepEqual([page.code, /answered 404.*\[cli\/no-page\]/s.test(page.said)], [exitCode.problem, true])
  })

  it('says in words why it has no page before it', async () => {
    const picture = path.join(home, 'picture.png')
    await writeFile(picture, Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR<p>\0\x01', 'latin1'))
    const cases: readonly (readonly [string, RegExp])[] = [
      [
        path.join(home, 'no-such.html'),
        /no-such\.html cannot be read: there is no such file\. +\[cli\/no-file\]/,
      ],
      [home, /cannot be read: it is a folder\. +\[cli\/no-file\]/],
      ['torvik-courier.example/news/1', /Of an address give all: https:\/\/torvik-courier\.example\/news\/1/],
      ['ftp://torvik-courier.example/1', /begins with http:\/\/ or https:\/\/\. +\[cli\/no-page\]/],
      [picture, /picture\.png holds neither a page nor text.*\[cli\/not-a-page\]/],
      [`${origin}/photo`, /photo holds neither a page nor text.*\[cli\/not-a-page\]/],
    ]
    for (const [input, words] of cases) {
      const { code, printed, said } = await run('read', input)
      assert.deepEqual([code, printed], [exitCode.problem, ''])
      assert.match(said, words)
    }
  })

  it('reads a page from standard input in the encoding that it is in', async () => {
    const html =
      '<meta charset="windows-1251"><title>\xcc\xee\xf1\xf2</title><h1>\xcc\xee\xf1\xf2 \xe7\xe0\xea\xf0\xfb\xf2</h1>'
    const text =
      '\xcc\xee\xf1\xf2 \xf7\xe5\xf0\xe5\xe7 \xf0\xe5\xea\xf3 \xe7\xe0\xea\xf0\xfb\xeb\xe8 \xe2\xee \xe2\xf2\xee\xf0\xed\xe8\xea. '
    const page = Buffer.from(`${html}<p>${text.repeat(9)}</p>`, 'latin1')
    assert.match(
      (await runWith(page, 'read', '-')).printed,
      /Мост закрыт.*Мост через реку закрыли во вторник\./s,
    )
  })

  it('makes no archive where a path is mistyped, and names the path', async () => {
    const database = path.join(home, 'arhcive.db')
    for (const words of [
      ['sources'],
      ['search', 'x'],
      ['add', `${origin}/`],
      ['user'],
      ['reindex'],
      ['backup', 'b'],
    ]) {
      const { code, said } = await run(...words, '--database', database)
      assert.equal(code, exitCode.problem, words.join())
      assert.match(said, /no archive at .*arhcive\.db\..*\[cli\/no-archive\]/)
    }
    const examined = await run('doctor', '--database', database)
    assert.equal(examined.code, exitCode.problem)
    assert.match(examined.printed, /BAD +archive +There is no archive at .*arhcive\.db/)
    assert.equal(existsSync(database), false)
  })

  it('previews, adds, lists, pauses and removes a source', async () => {
    const preview = await run('add', `${origin}/`, '--preview')
    assert.match(preview.printed, /Bridge at Torvik closed/)
    const added = await run('add', `${origin}/`, '--json')
    const { id, kind, address } = JSON.parse(added.printed)
    assert.deepEqual([kind, address], ['feed', `${origin}/feed.xml`])
    assert.match((await run('add', `${origin}/`)).printed, /already watched/)
    assert.match((await run('sources', 'pause', String(id))).printed, /paused/)
    assert.match((await run('sources', 'remove', String(id))).said, /No sources yet/)
    const missing = await run('sources', 'pause', '99')
    assert.deepEqual([missing.code, /no source “99”/.test(missing.said)], [exitCode.problem, true])
  })

  it('adds what can be had of several addresses, and names those that cannot', async () => {
    const outcome = await run('add', `${origin}/gone`, `${origin}/`, '--json')
    assert.equal(outcome.code, exitCode.problem)
    assert.match(outcome.printed, /feed\.xml/)
    assert.ok(outcome.said.includes(`${origin}/gone: `), outcome.said)
    await run('sources', 'remove', String(JSON.parse(outcome.printed).id))
  })

  it('names what it was given when that is no source, no OPML or no backup', async () => {
    assert.match((await run('sources', 'pause', 'abc')).said, /no source “abc”/)
    const file = path.join(home, 'notes.txt')
    await writeFile(file, 'not what is wanted')
    assert.match((await run('import', file)).said, /notes\.txt: .*\[wire\/not-opml\]/)
    assert.match(
      (await run('restore', file, '--home', path.join(home, 'empty'))).said,
      /notes\.txt .*\[archive\/bad-backup\]/,
    )
  })

  it('takes sources from OPML and gives them back', async () => {
    const file = path.join(home, 'in.opml')
    const feeds = ['a', 'b'].map(
      (name) => `<outline type="rss" text="${name}" xmlUrl="http://${name}.example/feed"/>`,
    )
    await writeFile(file, `<opml version="2.0"><head/><body>${feeds.join('')}</body></opml>`)
    assert.match((await run('import', file)).printed, /2 sources added, 0 watched already/)
    assert.match((await run('import', file)).printed, /0 sources added, 2 watched already/)
    const exported = path.join(home, 'out.opml')
    assert.match((await run('export', 'opml', exported)).said, /2 sources/)
    assert.match(await readFile(exported, 'utf8'), /http:\/\/b\.example\/feed/)
  })

  it('takes an outlet with the name that an editor gave it to another desk', async () => {
    const here = { database: path.join(home, 'archive.db') }
    await withArchive(here, async (archive) => {
      const listed = (await archive.sources.list()).find(
        ({ source }) => source.address === 'http://b.example/feed',
      )
      await archive.outlets.rename(listed?.outlet.id ?? 0, 'The Bay, Lorn')
    })
    const file = path.join(home, 'renamed.opml')
    await run('export', 'opml', file)
    const there = path.join(home, 'there.db')
    assert.equal((await run('import', file, '--database', there)).code, exitCode.ok)
    assert.match((await run('sources', '--database', there)).printed, /The Bay, Lorn · b \(feed\)/)
  })

  it('keeps users, asks for a password of a fair length, and says who is there', async () => {
    assert.match((await runWith('short\n', 'user', 'add', 'aigerim')).said, /at least 8/)
    assert.equal(
      (await runWith('a long sentence\n', 'user', 'add', 'aigerim', '--role', 'admin')).code,
      exitCode.ok,
    )
    assert.match(
      (await runWith('a long sentence\n', 'user', 'add', 'Aigerim')).said,
      /already a user|There is a user/,
    )
    assert.match((await run('user')).printed, /aigerim {2}admin/)
    assert.match((await run('user', 'remove', 'nobody')).said, /no user “nobody”/)
    const { printed, said } = await run('user', 'token', 'aigerim', '--days', '30')
    assert.match(printed.trim(), /^[\w-]{43}$/)
    assert.match(said, /reads as aigerim/)
    assert.match((await run('user', 'token', 'aigerim', '--days', '0')).said, /whole number from 1/)
  })

  it('backs up while open, and restores into an empty archive only', async () => {
    const file = path.join(home, 'backup.jsonl.gz')
    assert.equal((await run('backup', file)).code, exitCode.ok)
    const other = path.join(home, 'other')
    assert.equal((await run('restore', file, '--home', other)).code, exitCode.ok)
    assert.equal((await run('sources', '--home', other)).printed, (await run('sources')).printed)
    const again = await run('restore', file, '--home', other)
    assert.equal(again.code, exitCode.problem)
    assert.ok(again.said.includes(`The archive ${path.join(other, 'archive.db')} is not empty`), again.said)
    assert.match(again.said, /\[archive\/not-empty\]/)
    assert.match(
      (await run('restore', path.join(home, 'no-such.gz'), '--home', path.join(home, 'third'))).said,
      /no-such\.gz/,
    )
  })

  it('says of every passage of a page why it was kept or dropped, and tries rules from a file', async () => {
    const file = path.join(home, 'page.html')
    await writeFile(file, pages['/news/bridge-closed']?.[1] ?? '')
    const explained = await run('read', file, '--explain')
    assert.equal(explained.code, exitCode.ok)
    assert.match(
      explained.printed,
      /^\+ The road bridge at Torvik was closed.*…\n {4}part of the article · body > article > p$/m,
    )
    assert.match(explained.printed, /^- Market day moves to Friday$/m)
    assert.match(
      explained.printed,
      /^headline +Bridge at Torvik closed after crack is found {2}= h1 {2}= title$/m,
    )

    const rules = path.join(home, 'rules.json')
    await writeFile(rules, JSON.stringify({ drop: ['article > p:last-child'], keep: ['aside h2'] }))
    const ruled = await run('read', file, '--explain', '--rules', rules, '--json')
    const { trace, reading } = JSON.parse(ruled.printed) as Explanation
    assert.deepEqual(
      trace.passages.filter(({ rule }) => rule !== null).map(({ text, keep }) => [text.slice(0, 9), keep]),
      [
        ['About nin', false],
        ['Most read', true],
      ],
    )
    assert.equal('article' in reading && reading.article.language, 'en')
    assert.doesNotMatch((await run('read', file, '--rules', rules)).printed, /nine thousand/)
  })

  it('names what is wrong with a file of rules', async () => {
    const file = path.join(home, 'bad-rules.json')
    for (const [text, said] of [
      ['{', /cli\/bad-rules/],
      ['{"remove": ["p"]}', /cli\/bad-rules/],
      ['{"drop": ["p["]}', /“p\[”.*reader\/bad-selector/s],
    ] as const) {
      await writeFile(file, text)
      const { code, said: words } = await run('read', path.join(home, 'page.html'), '--rules', file)
      assert.equal(code, exitCode.problem)
      assert.match(words, said)
    }
  })

  it('says that nothing was found with an exit code of its own', async () => {
    assert.equal((await run('search', 'nothing')).code, exitCode.nothingFound)
  })

  it('takes exclusions, phrases and fields as a shell hands them over', async () => {
    const { code, said } = await run('search', 'ничего', '-учения', '-новый мост', 'by:a name', 'два слова')
    assert.equal(code, exitCode.nothingFound)
    assert.match(said, /matches ничего by:"a name" "два слова" -учения -"новый мост"\./)
    assert.equal((await run('search', '-ничего')).code, exitCode.nothingFound)
  })

  it('indexes anew what an earlier Wiredesk stemmed, as the doctor advises', async () => {
    assert.match((await run('reindex')).said, /up to date/)
    await withArchive({ database: path.join(home, 'archive.db') }, async (archive) => {
      await noteStems(archive, { version: 0, under: null })
      await fileSample(archive, Date.now(), {
        article: sampleArticle({ headline: 'The ferries are late', language: 'en' }),
        indexText: { headline: 'stale', lead: '', body: '', authors: '' },
      })
    })
    assert.match((await run('doctor')).printed, /search .*wiredesk reindex/)
    assert.equal((await run('search', 'ferry')).code, exitCode.nothingFound)
    assert.equal(JSON.parse((await run('reindex', '--json')).printed).articles, 1)
    assert.match((await run('search', 'ferry')).printed, /The ferries are late/)
    assert.doesNotMatch((await run('doctor')).printed, /wiredesk reindex/)
  })

  it('examines the desk and finds it well', async () => {
    const { code, printed } = await run('doctor')
    assert.equal(code, exitCode.ok, printed)
    assert.match(printed, /archive .*sqlite/)
  })

  const run = (...words: string[]): Promise<Outcome> => runWith('', ...words)

  async function runWith(input: string | Uint8Array, ...words: string[]): Promise<Outcome> {
    const printed: string[] = []
    const said: string[] = []
    const plain = (text: string): string => text
    const terminal: Terminal = {
      print: (line) => printed.push(line),
      say: (line) => said.push(line),
      progress: () => {},
      progressEnds: () => {},
      askSecret: async () => null,
      readInput: async () => input.toString(),
      readBytes: async () => Buffer.from(input),
      isWatched: false,
      columns: 80,
      style: { bold: plain, faint: plain, good: plain, bad: plain },
    }
    const environment = {
      WIREDESK_HOME: home,
      WIREDESK_ALLOW: '127.0.0.1',
      WIREDESK_HOST_GAP_SECONDS: '0',
      WIREDESK_LOG: 'silent',
    }
    const code = await wiredesk(words, terminal, environment)
    return { code, printed: printed.join('\n'), said: said.join('\n') }
  }
})

const pages: Readonly<Record<string, readonly [string, string]>> = {
  '/': [
    'text/html',
    '<!doctype html><html lang="en"><head><title>Torvik Courier</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><a href="/news/bridge-closed">Bridge</a></body></html>',
  ],
  '/feed.xml': [
    'application/rss+xml',
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Torvik Courier</title><link>/</link><description>News</description><item><title>Bridge at Torvik closed after crack is found</title><link>/news/bridge-closed</link><pubDate>Mon, 23 Nov 2026 20:00:00 GMT</pubDate></item></channel></rss>',
  ],
  '/photo': ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  '/news/bridge-closed': [
    'text/html; charset=utf-8',
    `<!doctype html><html lang="en"><head><title>Bridge at Torvik closed after crack is found — Torvik Courier</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<article><h1>Bridge at Torvik closed after crack is found</h1>
<p>The road bridge at Torvik was closed to all traffic on Tuesday after engineers found a crack in one of its main beams, the regional road office said.</p>
<p>An inspection found the crack on Monday night. The office said that the beam would be examined again before noon, and that buses would go by way of the northern crossing until further notice.</p>
<p>About nine thousand cars use the bridge each day. The mayor of the town, who lives on the far bank, said that he would walk to work over the footbridge, as he did when the river flooded two years ago.</p></article>
<aside><h2>Most read</h2><ul><li><a href="/a">Market day moves to Friday</a></li></ul><form>Subscribe to our newsletter</form></aside></body></html>`,
  ],
}
