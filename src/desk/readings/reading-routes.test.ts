import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { badlyReadPage } from '../../../test/support/badly-read-page.ts'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { fileReport } from '../../../test/support/file-report.ts'
import { openReadingRoom, type ReadingRoom } from '../../../test/support/reading-room.ts'
import { sampleOutlets, sampleReports } from '../../../test/support/sample-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'

describe('how an article was read', () => {
  let desk: DeskServer
  let room: ReadingRoom
  let visitor: Visitor
  let wall: number
  before(async () => {
    desk = await serveDesk()
    room = openReadingRoom(desk.archive, () => desk.clock.now)
    visitor = createVisitor(desk.address)
    await visitor.signIn()
    wall = await room.take(
      'https://harbour-herald.example/news/wall',
      badlyReadPage({ headline: 'Sea wall at Lorn to be surveyed', town: 'Lorn' }),
    )
  })
  after(async () => {
    await room.close()
    await desk.close()
  })

  it('is asked for by looking at it, and shown once intake has answered', async () => {
    const waiting = await visitor.get(`/articles/${wall}/reading`)
    assert.match(waiting.text, /<noscript><meta http-equiv="refresh" content="2"/)
    assert.match(waiting.text, /<desk-answer data-kind="explanation" data-id="\d+"/)
    await room.answered(askedIn(waiting.text))
    const { status, text } = await visitor.get(`/articles/${wall}/reading`)
    assert.equal(status, 200)
    for (const part of [
      /✓ Kept \(1\d\)/,
      /class="passage dropped"[^>]*><p [^>]*><span[^>]*>Dropped: <\/span>Harbour/,
      /outside the article’s element/,
      /div\.c-slot-7 &gt; p<\/code>/,
      /rules\?article=\d+&amp;drop=div\.c-slot-7\+%3E\+p/,
      /<code>h1<\/code>/,
    ])
      assert.match(text, part)
  })

  it('shows only the kept or only the dropped passages', async () => {
    const kept = await visitor.get(`/articles/${wall}/reading?show=kept`)
    assert.doesNotMatch(kept.text, /class="passage dropped"/)
    const dropped = await visitor.get(`/articles/${wall}/reading?show=dropped`)
    assert.doesNotMatch(dropped.text, /class="passage kept"/)
    assert.match(dropped.text, /Printed at the quay/)
  })

  it('is ours to mark up: what the page holds is text', async () => {
    const hostile = await room.take(
      'https://harbour-herald.example/news/hostile',
      badlyReadPage({
        headline: 'A &lt;script&gt;alert(1)&lt;/script&gt; for Lorn',
        town: '&lt;img src=x onerror=alert(2)&gt;',
      }),
    )
    await room.answered(askedIn((await visitor.get(`/articles/${hostile}/reading`)).text))
    const { text, headers } = await visitor.get(`/articles/${hostile}/reading`)
    assert.match(text, /&lt;img src=x/)
    assert.doesNotMatch(text, /<img src=x|<script>alert/)
    assert.doesNotMatch(headers.get('content-security-policy') ?? 'unsafe', /unsafe/)
  })

  it('calls a live blog what it is, in the language of the editor', async () => {
    const entry = (hour: number): string =>
      `<div class="entry"><time datetime="2026-11-24T1${hour}:00:00Z">1${hour}:00</time><p>Count ${hour} is in: the box of ward ${hour} was opened, and the clerk read every paper aloud.</p></div>`
    const blog = await room.take(
      'https://harbour-herald.example/news/count',
      `<html lang="en"><title>The count at Lorn: live</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"The count at Lorn"}</script><main><h1>The count at Lorn</h1>${[4, 3, 2, 1].map(entry).join('')}</main></html>`,
    )
    await room.answered(askedIn((await visitor.get(`/articles/${blog}/reading`)).text))
    const { text } = await visitor.get(`/articles/${blog}/reading`)
    assert.match(text, /This is a live blog/)
    assert.doesNotMatch(text, /No article was found/)
  })

  it('says so where no page was read', async () => {
    const { article } = sampleReports[0] ?? assert.fail()
    const { articleId } = await fileReport(desk.archive, {
      article: { ...article, textFrom: 'source' },
      outlet: sampleOutlets.herald,
      sourceId: null,
      now: desk.clock.now,
    })
    assert.match((await visitor.get(`/articles/${articleId}/reading`)).text, /the source’s own/)
    assert.doesNotMatch((await visitor.get(`/articles/${articleId}`)).text, /\/reading"/)
  })

  it('is not there for an article that is not', async () => {
    assert.equal((await visitor.get('/articles/99999/reading')).status, 404)
  })
})

function askedIn(text: string): number {
  return Number(/<desk-answer data-kind="explanation" data-id="(\d+)"/.exec(text)?.[1])
}
