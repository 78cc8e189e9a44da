import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { Problem } from '../../model/problem.ts'
import { decompressZstd } from './decompress-zstd.ts'

export interface UnfoldLimits {
  /** Of what comes out. */
  readonly maxBytes: number
  /** How many times larger than what came in, once it is past a megabyte. */
  readonly maxRatio: number
}

/** What to send as Accept-Encoding: zstd last, as we unfold it in JavaScript. */
export const acceptEncoding = 'br, gzip, deflate;q=0.5, zstd;q=0.4'

/**
 * Undoes Content-Encoding (RFC 9110 §8.4), several codings in reverse order. Data that does not unfold, or a
 * coding that is unknown, is a Problem `wire/decompression`, and so is what unfolds beyond `maxRatio`; more
 * than `maxBytes` is `wire/too-large`. `address` is for the message.
 */
export async function decompress(
  bytes: Uint8Array,
  contentEncoding: string,
  limits: UnfoldLimits,
  address: string,
): Promise<Uint8Array> {
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => !plain.has(coding))
    .reverse()
  if (codings.length > 3 || bytes.length === 0) {
    if (bytes.length === 0) return bytes
    throw new Problem('wire/decompression', `${address} is compressed ${codings.length} times over.`)
  }
  let unfolded = bytes
  for (const coding of codings) unfolded = await unfold(unfolded, coding, limits, address)
  return unfolded
}

/** Codings that change nothing, and what careless servers write there meaning nothing. */
const plain: ReadonlySet<string> = new Set(['', 'identity', 'none', 'utf-8', 'binary'])

const gunzip = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gunzip)
const inflate = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflate)
const inflateRaw = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)
const brotli = promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)

type Unfold = (
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Uint8Array> | Uint8Array

const unfolds: Readonly<Record<string, Unfold>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  br: brotli,
  // RFC 9110 §8.4.1.2 means the zlib format; many servers send bare deflate data.
  deflate: (bytes, options) => (isZlib(bytes) ? inflate(bytes, options) : inflateRaw(bytes, options)),
  zstd: (bytes, { maxOutputLength }) => decompressZstd(bytes, maxOutputLength),
}

async function unfold(
  bytes: Uint8Array,
  coding: string,
  limits: UnfoldLimits,
  address: string,
): Promise<Uint8Array> {
  const undo = unfolds[coding]
  if (undo === undefined)
    throw new Problem(
      'wire/decompression',
      `${address} is encoded as “${coding.slice(0, 40)}”, which we cannot read.`,
    )
  const byRatio = Math.max(1_048_576, bytes.length * limits.maxRatio)
  try {
    return await undo(bytes, { maxOutputLength: Math.min(limits.maxBytes, byRatio) })
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_BUFFER_TOO_LARGE')
      throw new Problem(
        'wire/decompression',
        `${address} says that it is ${coding}, but it does not unfold.`,
        {
          cause,
        },
      )
    if (byRatio < limits.maxBytes)
      throw new Problem(
        'wire/decompression',
        `${address} unfolds to more than ${limits.maxRatio} times its size, as a zip bomb does.`,
      )
    throw new Problem('wire/too-large', `${address} unfolds to more than ${limits.maxBytes} bytes.`)
  }
}

function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}
