import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileSample, sampleArticle } from '../../test/support/archive-samples.ts'
import { noon } from '../../test/support/archives.ts'
import type { Archive } from '../archive/archive.ts'
import { openArchive } from '../archive/open-archive.ts'
import { createLogger } from '../kit/log.ts'
import type { Marks } from '../model/marks.ts'
import { noMarks } from '../model/no-marks.ts'
import { openSession } from '../web/auth/session.ts'
import { type Served, serve } from '../web/serve.ts'
import { createApi } from './api-app.ts'

const text = 'Ferry resumes after storm\n\nMayor Marta Hale said the ferry will sail again.'
/** What came over the wire, looked into as it is. */
interface Loose {
  readonly [part: string]: Loose
}

const marks: Marks = {
  ...noMarks('en'),
  names: [
    { kind: 'person', name: 'Marta Hale', key: 'hl|mrt', aliases: [], offices: ['mayor'] },
    { kind: 'place', name: 'Port Linden', key: 'part landan', aliases: [], offices: [] },
  ],
  statements: [
    {
      content: [{ start: text.indexOf('the ferry'), end: text.length - 1 }],
      cue: null,
      speaker: { start: text.indexOf('Marta'), end: text.indexOf(' said'), name: 0 },
      manner: 'reported',
      act: 'says',
      addressee: null,
      occasion: null,
      credit: null,
    },
  ],
}

describe('the API', () => {
  let folder: string
  let archive: Archive
  let served: Served
  let token: string
  let articleId: number
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wiredesk-api-'))
    archive = await openArchive(path.join(folder, 'archive.db'), { clock: () => noon })
    const user = await archive.users.add({ name: 'ada', role: 'reader', passwordHash: '', createdAt: noon })
    token = (await openSession(archive.users, user?.id ?? 0, noon, 1000)).token
    const logger = createLogger({ level: 'silent', format: 'json' })
    const api = createApi({ archive, clock: () => noon, zone: 'UTC', https: false, logger })
    served = await serve(api, { host: '127.0.0.1', port: 0 })
    const article = sampleArticle({
      blocks: [{ kind: 'paragraph', text: text.split('\n\n')[1] ?? '', links: [] }],
    })
    articleId = (await fileSample(archive, noon, { article, marks })).articleId
  })
  after(async () => {
    await served.close()
    await archive.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function get(
    address: string,
    key = token,
  ): Promise<{ status: number; type: string | null; body: Loose }> {
    const response = await fetch(`${served.address}/api${address}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: (await response.json()) as Loose,
    }
  }

  it('asks for a token, and says where one is made', async () => {
    const { status, type, body } = await get('/articles', 'not-a-token-not-a-token')
    assert.deepEqual([status, type, body.code], [401, 'application/problem+json', 'api/no-token'])
    assert.match(String(body.title), /wiredesk user token/)
  })

  it('lists articles, latest first, with times in ISO 8601', async () => {
    const { body } = await get('/articles?limit=1')
    assert.equal(body.items?.[0]?.id, articleId)
    assert.equal(body.items?.[0]?.at, '2026-11-23T12:00:00.000Z')
    assert.equal(body.next, null)
  })

  it('finds articles by what the search of the desk takes', async () => {
    assert.equal((await get('/articles?q=ferry')).body.items?.length, 1)
    assert.equal((await get('/articles?q=volcano')).body.items?.length, 0)
  })

  it('gives an article with its marks and the text that they are offsets into', async () => {
    const { body } = await get(`/articles/${articleId}`)
    const statement = body.marks?.statements?.[0]
    const content = statement?.content?.[0]
    assert.equal(
      String(body.text).slice(Number(content?.start), Number(content?.end)),
      'the ferry will sail again',
    )
    assert.equal(body.names?.[String(statement?.speaker?.name)]?.name, 'Marta Hale')
  })

  it('tells what somebody said, by Name and by speaker', async () => {
    const { body: found } = await get('/names?find=mart')
    const name = found.items?.[0]
    assert.equal(name?.name, 'Marta Hale')
    assert.deepEqual((await get(`/names/${name?.id}`)).body.offices, [{ text: 'mayor', articles: 1 }])
    for (const address of [`/names/${name?.id}/statements`, '/statements?speaker=marta']) {
      const { body } = await get(address)
      assert.equal(body.items?.[0]?.content, 'the ferry will sail again')
      assert.equal(body.items?.[0]?.article?.id, articleId)
    }
    assert.deepEqual((await get(`/names/${name?.id}/encounters`)).body.items, [])
    assert.equal((await get(`/names/${name?.id}/articles`)).body.items?.length, 1)
  })

  it('tells the most named of the last days', async () => {
    const { body } = await get('/names?kind=place')
    assert.deepEqual(
      [body.items?.[0]?.name, body.items?.[0]?.articles, body.items?.[1]],
      ['Port Linden', 1, undefined],
    )
  })

  it('tells of outlets whom they credit', async () => {
    const { body } = await get('/outlets')
    const credits = await get(`/outlets/${body.items?.[0]?.id}/credits`)
    assert.deepEqual(credits.body.credits, [])
    assert.deepEqual((await get(`/articles/${articleId}/credits`)).body.items, [])
  })

  it('says what is wrong with a query, and what is not there', async () => {
    for (const [address, status, code] of [
      ['/articles?limit=0', 400, 'api/bad-query'],
      ['/names?kind=ghost', 400, 'api/bad-query'],
      ['/statements', 400, 'api/bad-query'],
      ['/names/999999', 404, 'web/not-found'],
      ['/articles/none', 404, 'web/not-found'],
      ['/nothing', 404, 'web/not-found'],
    ] as const) {
      const { status: found, body } = await get(address)
      assert.deepEqual([address, found, body.code], [address, status, code])
    }
  })
})
