import type { Charset } from '../outlet.ts'

/** Text in the bytes of a charset. What it cannot hold becomes a numeric entity, as old publishing systems write it. */
export function encode(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  const codes = tableOf(charset)
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = codes.get(letter)
      return code === undefined
        ? [...`&#${letter.codePointAt(0)};`].map((sign) => sign.charCodeAt(0))
        : [code]
    }),
  )
}

const tables = new Map<Charset, ReadonlyMap<string, number>>()

function tableOf(charset: Charset): ReadonlyMap<string, number> {
  const known = tables.get(charset)
  if (known !== undefined) return known
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, code) => code))
  const table = new Map([...letters].map((letter, code) => [letter, code]))
  tables.set(charset, table)
  return table
}
