import { Buffer } from 'node:buffer'

/** A page cut, doubled, with bytes flipped and tags swapped; the same for the same chance. */
export function mutatePage(page: Uint8Array, chance: () => number): Uint8Array {
  let bytes = Buffer.from(page)
  for (let left = 1 + Math.floor(chance() * 4); left > 0; left--) {
    const mutation = mutations[Math.floor(chance() * mutations.length)]
    if (mutation !== undefined && bytes.length > 0) bytes = mutation(bytes, chance)
  }
  return bytes
}

type Mutation = (bytes: Buffer, chance: () => number) => Buffer<ArrayBuffer>

const mutations: readonly Mutation[] = [
  function cutOut(bytes, chance) {
    const [from, to] = range(bytes, chance)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  function cutOff(bytes, chance) {
    return Buffer.from(bytes.subarray(0, Math.floor(chance() * bytes.length)))
  },
  function double(bytes, chance) {
    const [from, to] = range(bytes, chance)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  function flip(bytes, chance) {
    const flipped = Buffer.from(bytes)
    for (let left = Math.ceil(bytes.length / 200); left > 0; left--)
      flipped[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256)
    return flipped
  },
  function swapTags(bytes, chance) {
    const names = ['div', 'p', 'table', 'td', 'li', 'a', 'script', 'h1', 'blockquote', 'time', 'figure', 'b']
    const text = bytes.toString('latin1')
    const swapped = text.replace(/(<\/?)[a-z][a-z0-9]*/gi, (tag: string, opening: string) =>
      chance() < 0.2 ? `${opening}${names[Math.floor(chance() * names.length)]}` : tag,
    )
    return Buffer.from(swapped, 'latin1')
  },
  function dropEndTags(bytes, chance) {
    return Buffer.from(
      bytes.toString('latin1').replace(/<\/[a-z0-9]+>/gi, (tag) => (chance() < 0.5 ? '' : tag)),
      'latin1',
    )
  },
  function dropQuotes(bytes, chance) {
    return Buffer.from(
      bytes.toString('latin1').replace(/["'>]/g, (sign) => (chance() < 0.02 ? '' : sign)),
      'latin1',
    )
  },
]

function range(bytes: Buffer, chance: () => number): readonly [from: number, to: number] {
  const [a, b] = [Math.floor(chance() * bytes.length), Math.floor(chance() * bytes.length)]
  return [Math.min(a, b), Math.max(a, b)]
}
