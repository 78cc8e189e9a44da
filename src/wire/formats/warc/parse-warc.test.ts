import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Capture } from '../../../model/capture.ts'
import { Problem } from '../../../model/problem.ts'
import { parseWarc } from './parse-warc.ts'

const page = '<h1>Паром останется в гавани</h1>'

function record(fields: Readonly<Record<string, string>>, block: Uint8Array | string): Buffer {
  const bytes = Buffer.from(block)
  const lines = Object.entries({ ...fields, 'Content-Length': String(bytes.length) }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

function response(http: Uint8Array | string, fields: Readonly<Record<string, string>> = {}): Buffer {
  return record(
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': 'https://alfa.example/ferry',
      'WARC-Date': '2026-11-23T18:30:00Z',
      'Content-Type': 'application/http; msgtype=response',
      ...fields,
    },
    http,
  )
}

function http(headers: string, body: Uint8Array | string): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n`), Buffer.from(body)])
}

const info = record({ 'WARC-Type': 'warcinfo' }, 'software: invented')
const plain = http('Content-Type: text/html; charset=utf-8\r\n', page)

/** In chunks that end anywhere, as files come from a disk. */
async function* cut(bytes: Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function pages(file: Uint8Array): Promise<readonly Capture[]> {
  const found: Capture[] = []
  for await (const capture of parseWarc(cut(file))) found.push(capture)
  return found
}

async function texts(file: Uint8Array): Promise<readonly string[]> {
  return (await pages(file)).map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
}

describe('a WARC file', () => {
  it('gives its pages as captures', async () => {
    const [capture, ...others] = await pages(Buffer.concat([info, response(plain)]))
    assert.deepEqual(others, [])
    assert.equal(capture?.address, 'https://alfa.example/ferry')
    assert.equal(capture.fetchedAt, Date.UTC(2026, 10, 23, 18, 30))
    assert.equal(capture.status, 200)
    assert.deepEqual(capture.headers, { 'content-type': 'text/html; charset=utf-8' })
    assert.equal(Buffer.from(capture.bytes).toString('utf8'), page)
  })

  const bodies: readonly [string, Buffer][] = [
    ['compressed record by record', Buffer.concat([gzipSync(info), gzipSync(response(plain))])],
    ['with a chunked body', response(http('Transfer-Encoding: chunked\r\n', chunked(page)))],
    ['with a zipped body', response(http('Content-Encoding: gzip\r\n', gzipSync(page)))],
    [
      'with a body that was unpacked under headers that were not',
      response(http('Content-Encoding: gzip\r\n', page)),
    ],
    [
      'with a body that was joined under headers that were not',
      response(http('Transfer-Encoding: chunked\r\n', page)),
    ],
    ['with an address in brackets', response(plain, { 'WARC-Target-URI': '<https://alfa.example/ferry>' })],
    ['with a resource', response(page, { 'WARC-Type': 'resource', 'Content-Type': 'text/html' })],
  ]
  for (const [name, file] of bodies) {
    it(`is read ${name}`, async () => assert.deepEqual(await texts(file), [page]))
  }

  it('gives the pages before the place where it was cut off', async () => {
    const whole = gzipSync(response(plain))
    const next = gzipSync(response(plain))
    assert.deepEqual(await texts(Buffer.concat([whole, next.subarray(0, next.length / 2)])), [page])
    assert.deepEqual(await texts(response(plain).subarray(0, -20)), [])
  })

  it('passes over records that are no page', async () => {
    const none = [
      record(
        { 'WARC-Type': 'request', 'WARC-Target-URI': 'https://alfa.example/' },
        'GET / HTTP/1.1\r\n\r\n',
      ),
      response('this is not HTTP'),
      response(plain, { 'WARC-Target-URI': 'dns:alfa.example' }),
      response(plain, { 'WARC-Date': 'yesterday' }),
      record({ 'WARC-Type': 'revisit' }, ''),
    ]
    assert.deepEqual(await texts(Buffer.concat([...none, response(plain)])), [page])
  })

  const strangers: readonly [string, Buffer][] = [
    ['is empty', Buffer.alloc(0)],
    ['is text', Buffer.from('Last night I dreamt of Lindhaven again.\n')],
    ['is one endless line', Buffer.alloc(200_000, 'a')],
    ['has no length', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n')],
  ]
  for (const [name, file] of strangers) {
    it(`is none when it ${name}`, async () => {
      await assert.rejects(
        texts(file),
        (error) => error instanceof Problem && error.code === 'wire/not-a-warc',
      )
    })
  }
})

function chunked(text: string): string {
  const bytes = Buffer.from(text)
  const half = Math.floor(text.length / 2)
  const [first, second] = [Buffer.from(text.slice(0, half)), Buffer.from(text.slice(half))]
  assert.equal(first.length + second.length, bytes.length)
  return `${first.length.toString(16)}\r\n${first}\r\n${second.length.toString(16)};x=y\r\n${second}\r\n0\r\n\r\n`
}
