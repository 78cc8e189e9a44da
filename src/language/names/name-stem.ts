/**
 * What the case forms of a name have in common, and its Russian and Ukrainian spellings as far as letters go (Украины,
 * України → украин). Rough on purpose: two names may share a stem. Takes a folded word.
 */
export function nameStem(folded: string): string {
  const plain = plainLetters(folded)
  if (!cyrillic.test(plain)) return plain.length > 4 ? plain.replace(possessive, '') : plain
  for (let length = Math.min(longest, plain.length - 2); length > 0; length -= 1) {
    const ending = plain.slice(-length)
    if (!endings.has(ending)) continue
    const stem = plain.slice(0, -length).replace(softEnd, '')
    if (stem.length >= shortest) return stem
  }
  const stem = plain.replace(softEnd, '')
  return stem.length >= 2 ? stem : plain
}

/** Ukrainian letters as the Russian ones that stand in their place, and none that only soften. */
export function plainLetters(folded: string): string {
  return foreign.test(folded) ? folded.replace(foreignAll, (letter) => replacements[letter] ?? '') : folded
}

const replacements: Readonly<Record<string, string>> = {
  і: 'и',
  ї: 'и',
  ы: 'и',
  є: 'е',
  э: 'е',
  ґ: 'г',
  ў: 'у',
}
const foreign = /[іїыєэґўьъ]/
const foreignAll = /[іїыєэґўьъ]/g
const cyrillic = /[а-я]/
const possessive = /'?s$/
const shortest = 2
const softEnd = /[ийе]+$/
const endings: ReadonlySet<string> = new Set(
  (
    'а я у ю о е и й ой ей ом ем ам ям ах ях ами ями им их ими ою ею ови еви ого его ому ему ого ои ая яя ое ее ие ие ий ую юю ' +
    'ия ию ии ие ием иею ией'
  ).split(' '),
)
const longest = 4
