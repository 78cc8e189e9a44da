import { Buffer } from 'node:buffer'

/** The encoding that HTTP, the XML declaration or a meta element states, under its standard name, or null. */
export function declaredCharset(bytes: Uint8Array, contentType: string): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return (
    standardName(/charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType)?.[1]) ??
    standardName(/^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]) ??
    standardName(/<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1])
  )
}

function standardName(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    const name = new TextDecoder(label).encoding
    // An ASCII meta element that says UTF-16 could not have been read if it were.
    return name.startsWith('utf-16') ? null : name
  } catch {
    return null
  }
}
