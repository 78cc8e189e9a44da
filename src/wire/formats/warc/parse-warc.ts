import { PassThrough, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { sha256 } from '../../../kit/hash.ts'
import type { Capture } from '../../../model/capture.ts'
import { Problem } from '../../../model/problem.ts'
import { unpackBody } from './unpack-body.ts'

/** A record longer than this is passed over: no page is. */
const longestRecord = 32 * 1024 * 1024
const longestHeader = 64 * 1024

/**
 * The pages of a WARC file (ISO 28500:2017), plain or compressed record by record: its `response` records of HTTP and
 * its `resource` records, as captures, in the order of the file. Other records are passed over, and so is a page that is
 * cut off or too long. A file that is no WARC is a Problem 'wire/not-a-warc'.
 */
export async function* parseWarc(file: AsyncIterable<Uint8Array>): AsyncIterable<Capture> {
  const reader = createByteReader(await unzipped(file))
  for (let isFirst = true; ; isFirst = false) {
    const header = await readHeader(reader)
    if (header === null) {
      if (isFirst) throw notWarc()
      return
    }
    const length = Number(header['content-length'] ?? 'none')
    if (!Number.isSafeInteger(length) || length < 0) throw notWarc()
    const kind = header['warc-type']
    const isWanted = (kind === 'response' || kind === 'resource') && length <= longestRecord
    const block = isWanted ? await reader.take(length) : await reader.skip(length)
    if (block === null) continue
    const capture = kind === 'response' ? responseCapture(header, block) : resourceCapture(header, block)
    if (capture !== null) yield capture
  }
}

type Header = Readonly<Record<string, string>>

function notWarc(): Problem {
  return new Problem('wire/not-a-warc', 'The file is not a WARC file.')
}

/** Members of gzip that follow one another read as one, as node:zlib does. */
async function unzipped(file: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const chunks = file[Symbol.asyncIterator]()
  const first = await chunks.next()
  const whole = async function* (): AsyncIterable<Uint8Array> {
    if (first.done !== true) yield first.value
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value
  }
  const isZipped = first.done !== true && first.value[0] === 0x1f && first.value[1] === 0x8b
  return isZipped ? gunzip(whole()) : whole()
}

/** All that can be unpacked of a file that was cut off: iterating the unpacker itself would lose its last part. */
async function* gunzip(file: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(file)
  const unpacked = new PassThrough()
  const unpacker = createGunzip().on('error', () => unpacked.end())
  source.on('error', (error) => unpacked.destroy(error))
  source.pipe(unpacker).pipe(unpacked)
  try {
    yield* unpacked as AsyncIterable<Uint8Array>
  } finally {
    source.destroy()
    unpacker.destroy()
  }
}

async function readHeader(reader: ByteReader): Promise<Header | null> {
  let version = await reader.line()
  // Records are parted by two empty lines.
  while (version === '') version = await reader.line()
  if (version === null) return null
  if (!/^WARC\/\d/.test(version)) throw notWarc()
  const fields: string[] = []
  for (;;) {
    const line = await reader.line()
    if (line === null) return null
    if (line === '') return fieldsOf(fields)
    fields.push(line)
  }
}

function responseCapture(header: Header, block: Uint8Array): Capture | null {
  const head = endOfHead(block)
  if (head === null) return null
  const lines = Buffer.from(block.subarray(0, head.end)).toString('latin1').split(/\r?\n/)
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(lines[0] ?? '')?.[1] ?? 0)
  const headers = fieldsOf(lines.slice(1))
  const bytes = unpackBody(block.subarray(head.bodyAt), headers)
  return status === 0 || bytes === null ? null : captureOf(header, status, headers, bytes)
}

function resourceCapture(header: Header, block: Uint8Array): Capture | null {
  const headers = { 'content-type': header['content-type'] ?? '' }
  return captureOf(header, 200, headers, new Uint8Array(block))
}

function captureOf(header: Header, status: number, headers: Header, bytes: Uint8Array): Capture | null {
  // Older writers put the address in angle brackets.
  const address = (header['warc-target-uri'] ?? '').replace(/^<(.*)>$/, '$1')
  const fetchedAt = Date.parse(header['warc-date'] ?? '')
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address) || Number.isNaN(fetchedAt)) return null
  return { address, finalAddress: address, fetchedAt, status, headers, bytes, sha256: sha256(bytes) }
}

/** Names in lower case; repeated ones joined; lines that begin with white space go on with the one before. */
function fieldsOf(lines: readonly string[]): Header {
  const unfolded: string[] = []
  for (const line of lines) {
    if (/^[ \t]/.test(line) && unfolded.length > 0) unfolded.push(`${unfolded.pop()} ${line.trim()}`)
    else unfolded.push(line)
  }
  const fields = new Map<string, string>()
  for (const line of unfolded) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return Object.fromEntries(fields)
}

function endOfHead(block: Uint8Array): { readonly end: number; readonly bodyAt: number } | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, Math.min(block.byteLength, longestHeader))
  const crlf = bytes.indexOf('\r\n\r\n')
  const lf = bytes.indexOf('\n\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { end: crlf, bodyAt: crlf + 4 }
  return lf < 0 ? null : { end: lf, bodyAt: lf + 2 }
}

interface ByteReader {
  /** Without its line end; null at the end of the file. */
  line(): Promise<string | null>
  /** Null when the file ends before. */
  take(length: number): Promise<Uint8Array | null>
  skip(length: number): Promise<null>
}

function createByteReader(file: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = file[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const next = await chunks.next()
    if (next.done === true) return false
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value])
    return true
  }

  return {
    async line() {
      for (;;) {
        const end = held.indexOf(0x0a)
        if (end >= 0) {
          const line = held.subarray(0, end).toString('utf8').replace(/\r$/, '')
          held = held.subarray(end + 1)
          return line
        }
        if (held.length > longestHeader) throw notWarc()
        if (!(await more())) return null
      }
    },
    async take(length) {
      const parts: Buffer[] = []
      let missing = length
      for (;;) {
        const part = held.subarray(0, missing)
        held = held.subarray(part.length)
        parts.push(part)
        missing -= part.length
        if (missing === 0) return Buffer.concat(parts)
        if (!(await more())) return null
      }
    },
    async skip(length) {
      for (let missing = length; ; ) {
        const skipped = Math.min(missing, held.length)
        held = held.subarray(skipped)
        missing -= skipped
        if (missing === 0 || !(await more())) return null
      }
    },
  }
}
