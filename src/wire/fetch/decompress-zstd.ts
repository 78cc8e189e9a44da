import { Decompress } from 'fzstd'

/**
 * Unfolds Zstandard (RFC 8878). Throws an Error with code ERR_BUFFER_TOO_LARGE, as zlib does, as soon as more
 * than `maxBytes` come out, and any other Error when the data is not Zstandard, is cut short or wants too much
 * memory.
 */
export function decompressZstd(bytes: Uint8Array, maxBytes: number): Uint8Array {
  checkEffort(bytes)
  const parts: Uint8Array[] = []
  let size = 0
  new Decompress((part) => {
    size += part.length
    if (size > maxBytes) throw Object.assign(new Error('too large'), { code: 'ERR_BUFFER_TOO_LARGE' })
    parts.push(part)
  }).push(bytes, true)
  return Buffer.concat(parts, size)
}

/** RFC 9659 §3: no window above 8 MB on the web. */
const maxWindow = 8 * 1024 * 1024
/** fzstd moves its whole window for each block: a few bytes could cost hours. About a second of moving. */
const maxMoved = 4 * 1024 ** 3

/** Walks the frames and their blocks without unfolding them, and refuses those that would cost too much. */
function checkEffort(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let moved = 0
  let frames = 0
  for (let at = 0; at < bytes.length; ) {
    frames += 1
    if (frames > 1000) throw new Error('too many frames')
    const magic = view.getUint32(at, true)
    if ((magic & 0xfffffff0) >>> 0 === 0x184d2a50) {
      at += 8 + view.getUint32(at + 4, true)
      continue
    }
    if (magic !== 0xfd2fb528) throw new Error('not Zstandard')
    const frame = frameHeader(view, at + 4)
    if (frame.window > maxWindow) throw new Error('window too large')
    at = frame.blocksAt
    for (let isLast = false; !isLast; ) {
      const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
      isLast = (header & 1) === 1
      // A block of one repeated byte (type 1) holds that byte alone.
      at += 3 + (((header >> 1) & 3) === 1 ? 1 : header >> 3)
      moved += frame.window
      if (moved > maxMoved) throw new Error('too many blocks')
    }
    at += frame.hasChecksum ? 4 : 0
    if (at > bytes.length) throw new Error('cut short')
  }
}

interface FrameHeader {
  readonly window: number
  readonly hasChecksum: boolean
  readonly blocksAt: number
}

/** RFC 8878 §3.1.1.1, from the descriptor byte on. */
function frameHeader(view: DataView, at: number): FrameHeader {
  const descriptor = view.getUint8(at)
  const isSingleSegment = (descriptor & 0x20) !== 0
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0
  const sizeAt = at + 1 + (isSingleSegment ? 0 : 1) + dictionaryBytes
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  return {
    window: isSingleSegment ? contentSize(view, sizeAt, sizeBytes) : windowSize(view.getUint8(at + 1)),
    hasChecksum: (descriptor & 4) !== 0,
    blocksAt: sizeAt + sizeBytes,
  }
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3))
  return base + (base / 8) * (descriptor & 7)
}

function contentSize(view: DataView, at: number, length: number): number {
  if (length === 1) return view.getUint8(at)
  if (length === 2) return view.getUint16(at, true) + 256
  return length === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true))
}
