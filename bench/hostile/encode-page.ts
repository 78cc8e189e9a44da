import { Buffer } from 'node:buffer'

export const charsets = ['utf-8', 'windows-1251', 'utf-16', 'lying'] as const
export type HostileCharset = (typeof charsets)[number]

export interface EncodedPage {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** A page in an encoding; `lying` is windows-1251 that says it is a Chinese one. */
export function encodePage(text: string, charset: HostileCharset): EncodedPage {
  switch (charset) {
    case 'utf-8':
      return { bytes: Buffer.from(text), contentType: 'text/html; charset=utf-8' }
    case 'windows-1251':
      return { bytes: toWindows1251(text), contentType: 'text/html; charset=windows-1251' }
    case 'utf-16':
      return { bytes: Buffer.from(`\ufeff${text}`, 'utf16le'), contentType: 'text/html' }
    case 'lying':
      return { bytes: toWindows1251(text), contentType: 'text/html; charset=gb18030' }
  }
}

/** Letters that windows-1251 does not have become question marks. */
function toWindows1251(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) bytes[at] = code
    else bytes[at] = code >= 0x410 && code <= 0x44f ? code - 0x350 : 0x3f
  }
  return bytes
}
