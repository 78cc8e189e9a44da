import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import zlib from 'node:zlib'
import { decompress } from './decompress.ts'

const text = 'The ferry from Port Wend to Saltmarsh sails again. '.repeat(40)
/** Of `text`, by the zstd command. */
const zstdText = Buffer.from(
  'KLUv/QRY5QEANANUaGUgZmVycnkgZnJvbSBQb3J0IFdlbmQgdG8gU2FsdG1hcnNoIHNhaWxzIGFnYWluLiABACO8/RUUtYj39Q==',
  'base64',
)
const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])

/** A frame of our own making: RFC 8878 §3.1.1, with a window descriptor and no content size. */
function zstdOf({ window, blocks }: { window: number; blocks: Buffer }): Buffer {
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, window]), blocks])
}

/** Blocks that say one byte `length` times over, each four bytes long. */
function repeated(count: number, length: number): Buffer {
  const blocks = Buffer.alloc(count * 4, 0x61)
  for (let index = 0; index < count; index += 1) {
    const isLast = index === count - 1 ? 1 : 0
    blocks.writeUIntLE((length << 3) | (1 << 1) | isLast, index * 4, 3)
  }
  return blocks
}

const limits = { maxBytes: 4_000_000, maxRatio: 100 }
const unfold = async (bytes: Uint8Array, coding: string, some = limits): Promise<string> =>
  Buffer.from(await decompress(bytes, coding, some, 'http://alfa.example/')).toString()

describe('unfolding a body', () => {
  const good: readonly [coding: string, bytes: Uint8Array][] = [
    ['', Buffer.from(text)],
    ['identity', Buffer.from(text)],
    ['gzip', zlib.gzipSync(text)],
    ['X-GZIP', zlib.gzipSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['deflate', zlib.deflateRawSync(text)],
    ['zstd', zstdText],
    ['zstd', Buffer.concat([skippable, zstdText])],
    ['br, gzip', zlib.gzipSync(zlib.brotliCompressSync(text))],
    ['gzip, identity', zlib.gzipSync(text)],
  ]
  for (const [coding, bytes] of good)
    it(`reads “${coding}”`, async () => assert.equal(await unfold(bytes, coding), text))

  it('reads two zstd frames as one text', async () => {
    assert.equal(await unfold(Buffer.concat([zstdText, zstdText]), 'zstd'), text + text)
  })

  it('takes an empty body for an empty body', async () => {
    assert.equal(await unfold(new Uint8Array(), 'gzip'), '')
  })

  const bad: readonly [name: string, coding: string, bytes: Uint8Array][] = [
    ['plain text that says it is gzip', 'gzip', Buffer.from(text)],
    ['plain text that says it is br', 'br', Buffer.from(text)],
    ['plain text that says it is zstd', 'zstd', Buffer.from(text)],
    ['gzip that is cut short', 'gzip', zlib.gzipSync(text).subarray(0, 30)],
    ['br that is cut short', 'br', zlib.brotliCompressSync(text).subarray(0, 20)],
    ['zstd that is cut short', 'zstd', zstdText.subarray(0, 40)],
    ['zstd that is cut in its header', 'zstd', zstdText.subarray(0, 5)],
    ['a coding nobody knows', 'rot13', Buffer.from(text)],
    ['codings without end', 'gzip, gzip, gzip, gzip, gzip', zlib.gzipSync(text)],
    ['a zip bomb of gzip', 'gzip', zlib.gzipSync(Buffer.alloc(3_900_000))],
    ['a zip bomb of br', 'br', zlib.brotliCompressSync(Buffer.alloc(3_900_000))],
    ['a zip bomb of zstd', 'zstd', zstdOf({ window: 0x38, blocks: repeated(30, 131_072) })],
    ['zstd that wants a window of 2 GB', 'zstd', zstdOf({ window: 0xa8, blocks: repeated(1, 1) })],
    ['zstd of a million tiny blocks', 'zstd', zstdOf({ window: 0x60, blocks: repeated(1_000_000, 1) })],
    [
      'zstd of endless empty frames',
      'zstd',
      Buffer.concat(Array(3000).fill(zstdOf({ window: 0, blocks: repeated(1, 1) }))),
    ],
  ]
  for (const [name, coding, bytes] of bad)
    it(`refuses ${name}`, async () => {
      await assert.rejects(unfold(bytes, coding), { code: 'wire/decompression' })
    })

  it('refuses what is too large, without a bomb', async () => {
    const few = { maxBytes: 1000, maxRatio: 100 }
    for (const [coding, bytes] of good.slice(2))
      await assert.rejects(unfold(bytes, coding, few), { code: 'wire/too-large' }, coding)
  })
})
