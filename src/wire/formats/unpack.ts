import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Problem } from '../../model/problem.ts'

/** Undoes the gzip of a file such as sitemap.xml.gz, told by its first bytes; other bytes are returned as they are. */
export async function unpack(bytes: Uint8Array, address: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await unzip(bytes, { maxOutputLength: maxListingBytes })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(address, cause)
    throw new Problem('wire/decompression', `${address} holds gzip data that is broken.`, { cause })
  }
}

/** A listing beyond this is refused: sitemaps.org allows 50 MB, and no feed comes near. */
export const maxListingBytes: number = 52 * 1024 * 1024

export function tooLarge(address: string, cause?: unknown): Problem {
  const limit = maxListingBytes / 1024 / 1024
  return new Problem('wire/too-large', `${address} lists more than ${limit} MB, which is no list of news.`, {
    cause,
  })
}

const unzip = promisify(gunzip)
