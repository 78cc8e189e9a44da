import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

const longestBody = 32 * 1024 * 1024
const limit = { maxOutputLength: longestBody } as const

const unpackers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gunzipSync(bytes, limit),
  'x-gzip': (bytes) => gunzipSync(bytes, limit),
  deflate: (bytes) => inflateSync(bytes, limit),
  br: (bytes) => brotliDecompressSync(bytes, limit),
}

/**
 * The body of an HTTP message as it was archived, without its transfer and content coding (RFC 9112 §7, RFC 9110
 * §8.4). Many writers store it decoded and leave the headers as they were: what does not decode is taken as it
 * stands. Null when it unpacks to more than any page has.
 */
export function unpackBody(body: Uint8Array, headers: Readonly<Record<string, string>>): Uint8Array | null {
  const isChunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '')
  const whole = isChunked ? (joinChunks(body) ?? body) : body
  const codings = (headers['content-encoding'] ?? '').toLowerCase().split(/[\s,]+/)
  let bytes = whole
  for (const coding of codings.reverse()) {
    const unpack = unpackers[coding]
    if (unpack === undefined) continue
    try {
      bytes = unpack(bytes)
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return null
    }
  }
  return new Uint8Array(bytes)
}

/** Null when these are no chunks. */
function joinChunks(body: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at)
    const size =
      end < 0
        ? null
        : /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(bytes.toString('latin1', at, Math.min(end, at + 200)))
    if (size == null) return null
    const length = Number.parseInt(size[1] ?? '', 16)
    if (length === 0) break
    parts.push(bytes.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
  return Buffer.concat(parts)
}
