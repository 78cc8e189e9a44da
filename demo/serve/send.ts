import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Answer, Charset } from '../outlet.ts'
import { encode } from './encode.ts'

export interface Pace {
  /** Before the first byte. */
  readonly milliseconds: number
  /** In how many drops the body comes. */
  readonly drops: number
}

/** Sends an answer with validators, or 304 where the visitor has it already (RFC 9110 §13). Returns the status sent. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  { charset, pace }: { readonly charset: Charset; readonly pace: Pace },
): Promise<number> {
  const bytes = encode(answer.body, charset)
  const etag = `"${createHash('sha1').update(bytes).digest('hex').slice(0, 20)}"`
  const status = answer.status ?? 200
  response.setHeader('content-type', answer.type)
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  if (status === 200) {
    response.setHeader('etag', etag)
    if (answer.modifiedAt !== null)
      response.setHeader('last-modified', new Date(answer.modifiedAt).toUTCString())
  }
  if (pace.milliseconds > 0) await wait(pace.milliseconds, undefined, { ref: false })
  if (status === 200 && isKnown(request, etag, answer.modifiedAt)) {
    response.removeHeader('content-type')
    response.writeHead(304).end()
    return 304
  }
  const isZipped = bytes.length > 1000 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const sent = isZipped ? gzipSync(bytes) : bytes
  if (isZipped) response.setHeader('content-encoding', 'gzip')
  response.setHeader('vary', 'accept-encoding')
  response.setHeader('content-length', sent.length)
  response.writeHead(status)
  if (request.method === 'HEAD') response.end()
  else await drip(response, sent, pace.drops)
  return status
}

function isKnown(request: IncomingMessage, etag: string, modifiedAt: number | null): boolean {
  const match = request.headers['if-none-match']
  if (match !== undefined) return match.split(',').some((known) => known.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  return modifiedAt !== null && Math.floor(modifiedAt / 1000) * 1000 <= since
}

async function drip(response: ServerResponse, bytes: Uint8Array, drops: number): Promise<void> {
  const size = Math.ceil(bytes.length / Math.max(1, drops))
  for (let from = 0; from < bytes.length; from += size) {
    if (from > 0) await wait(60, undefined, { ref: false })
    response.write(bytes.subarray(from, from + size))
  }
  response.end()
}
