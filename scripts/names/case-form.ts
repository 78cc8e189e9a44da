/** Nominative, genitive, dative, accusative, instrumental, locative. */
export type Case = 'n' | 'g' | 'd' | 'a' | 'i' | 'l'

/**
 * A name in a case, nearly as people write it: enough for texts that a tagger learns from. Russian and Ukrainian words decline
 * by their last letters; of several words the adjectives before the first noun do, and every word of a person's name.
 */
export function caseForm(name: string, language: string, asked: Case, isPerson: boolean): string {
  const endings = tables[language]
  if (endings === undefined || asked === 'n') return name
  let isOver = false
  return name
    .split(' ')
    .map((word) => {
      if (isOver || !/[а-яіїєґ]$/i.test(word) || /\p{Lu}$/u.test(word)) return word
      const [ending = '', forms = ''] = endings.find(([end]) => new RegExp(`${end}$`).test(word)) ?? []
      if (!isPerson && !/^(?:[аяоы]я|[ыи]й|[оеі]е|[ыі]е|ська|цька|ський|цький)$/.test(ending)) isOver = true
      const form = forms.split(' ')[order.indexOf(asked)]
      if (form === undefined || form === '=') return word
      const isThing = asked === 'a' && !isPerson && /^(?:|й)$/.test(ending)
      return isThing ? word : word.replace(new RegExp(`${ending}$`), '') + form
    })
    .join(' ')
}

const order: readonly Case[] = ['g', 'd', 'a', 'i', 'l']

/** What a word ends in, and that end in each case; the first that fits holds. */
const tables: Readonly<Record<string, readonly (readonly [ending: string, forms: string])[]>> = {
  ru: [
    ['ая', 'ой ой ую ой ой'],
    ['ия', 'ии ии ию ией ии'],
    ['ский', 'ского скому ского ским ском'],
    ['ый', 'ого ому ого ым ом'],
    ['ий', 'ия ию ия ием ии'],
    ['ое', 'ого ому ое ым ом'],
    ['ые', 'ых ым ые ыми ых'],
    ['ие', 'их им ие ими их'],
    ['ка', 'ки ке ку кой ке'],
    ['га', 'ги ге гу гой ге'],
    ['а', 'ы е у ой е'],
    ['я', 'и е ю ей е'],
    ['й', 'я ю я ем е'],
    ['ль', 'ля лю ля лем ле'],
    ['ь', 'и и ь ью и'],
    ['ов', 'ова ову ова овым ове'],
    ['ев', 'ева еву ева евым еве'],
    ['ин', 'ина ину ина иным ине'],
    ['[оеиуыэюё]', '= = = = ='],
    ['', 'а у а ом е'],
  ],
  uk: [
    ['ська', 'ської ській ську ською ській'],
    ['цька', 'цької цькій цьку цькою цькій'],
    ['ія', 'ії ії ію ією ії'],
    ['ський', 'ського ському ського ським ському'],
    ['цький', 'цького цькому цького цьким цькому'],
    ['ій', 'ія ію ія ієм ії'],
    ['ий', 'ого ому ого им ому'],
    ['ка', 'ки ці ку кою ці'],
    ['га', 'ги зі гу гою зі'],
    ['а', 'и і у ою і'],
    ['я', 'і і ю ею і'],
    ['й', 'я ю я єм ї'],
    ['ль', 'ля лю ля лем лі'],
    ['ь', 'я ю я ем і'],
    ['ов', 'ова ову ова овим ові'],
    ['ко', 'ка ку ка ком ку'],
    ['[оеиіїєу]', '= = = = ='],
    ['', 'а у а ом і'],
  ],
}
