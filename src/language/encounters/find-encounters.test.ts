import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Encounter, Mention, NameKind, Party, TextName, TimeExpression } from '../../model/marks.ts'
import { findMentions } from '../names/find-mentions.ts'
import { type Named, uniteNames } from '../names/unite-names.ts'
import { parseText } from '../text/parse-text.ts'
import { findTimes } from '../time/find-times.ts'
import { findEncounters } from './find-encounters.ts'

/**
 * Language, text, encounters. Names stand in braces, their base form behind '=' where it is another, after '@' for a place,
 * '#' for an organisation, '*' for a person's title. Of an encounter: «kind: who ~ with @ place < origin, when (standing)»;
 * who has no name stands in quotation marks.
 */
const cases: readonly (readonly [language: string, text: string, ...encounters: string[]])[] = [
  ['ru', '{Серов} принял'],
  ['ru', '{Обана=Обан} провёл встречу с {Лайне}.', 'meeting: Обан ~ Лайне'],
  ['ru', '{Обана=Обан} принял {Лайне}.', 'meeting: Лайне ~ Обан'],
  [
    'ru',
    'Президент {Дании=@Дания} {Нильсен} встретится в понедельник с членами королевской семьи.',
    'meeting: Нильсен ~ "членами королевской семьи", понедельник (plan)',
  ],
  [
    'ru',
    'Премьер-министр {Дании=@Дания} {Олаф Нильсен} прибыл в {Киев=@Киев} во вторник.',
    'arrival: Олаф Нильсен @ Киев, вторник',
  ],
  [
    'ru',
    'В {Астану=@Астана} прибыл президент {Финляндии=@Финляндия} {Матти Лайне}.',
    'arrival: Матти Лайне @ Астана',
  ],
  [
    'ru',
    '{Олаф Нильсен} встретился с президентом {Матти Лайне} и главой {#МИД} {Ильёй Серовым=Илья Серов} в {@Хельсинки}.',
    'meeting: Олаф Нильсен ~ Матти Лайне + Илья Серов @ Хельсинки',
  ],
  [
    'ru',
    'Президент {Матти Лайне} принял в {@Хельсинки} посла {Илью Серова=Илья Серов}.',
    'meeting: Матти Лайне ~ Илья Серов @ Хельсинки',
  ],
  [
    'ru',
    '{Илья Серов} не встречался с {Марией Ковалёвой=Мария Ковалёва}.',
    'meeting: Илья Серов ~ Мария Ковалёва (denied)',
  ],
  [
    'ru',
    'В {Кремле=#Кремль} опровергли встречу {Ильи Серова=Илья Серов} с {Марией Ковалёвой=Мария Ковалёва}.',
    'meeting: Илья Серов ~ Мария Ковалёва (denied)',
  ],
  [
    'ru',
    '{Илья Серов} планирует посетить {@Минск} и {Варшаву=@Варшава}.',
    'visit: Илья Серов @ Минск (plan)',
    'visit: Илья Серов @ Варшава (plan)',
  ],
  [
    'ru',
    'Завтра {Илья Серов} вылетит из {Москвы=@Москва} в {@Пекин}.',
    'departure: Илья Серов @ Пекин < Москва, Завтра (plan)',
  ],
  [
    'ru',
    'Из {Астаны=@Астана} {Министр=*Илья Серов} вылетит в {@Ташкент}, а после в {Индию=@Индия}, где и пройдёт заседание.',
    'departure: Илья Серов @ Ташкент < Астана (plan)',
    'departure: Илья Серов @ Индия < Ташкент (plan)',
  ],
  [
    'ru',
    '{Илья Серов} поговорил по телефону с {Олафом Нильсеном=Олаф Нильсен}.',
    'call: Илья Серов ~ Олаф Нильсен',
  ],
  [
    'ru',
    'Встреча {Ильи Серова=Илья Серов} и {Олафа Нильсена=Олаф Нильсен} состоится 5 марта в {Женеве=@Женева}.',
    'meeting: Илья Серов + Олаф Нильсен @ Женева, 5 марта (plan)',
  ],
  [
    'ru',
    'Переговоры между {Россией=@Россия} и {Финляндией=@Финляндия} прошли в {Стокгольме=@Стокгольм}.',
    'talks: Россия + Финляндия @ Стокгольм',
  ],
  [
    'ru',
    '{Марию Ковалёву=Мария Ковалёва} принял министр {Олаф Нильсен}.',
    'meeting: Олаф Нильсен ~ Мария Ковалёва',
  ],
  [
    'ru',
    'Президент {Финляндии=@Финляндия} {Матти Лайне}, который накануне прибыл в {Варшаву=@Варшава}, провёл переговоры с {Ильёй Серовым=Илья Серов}.',
    'arrival: Матти Лайне @ Варшава, накануне',
    'talks: Матти Лайне ~ Илья Серов @ Варшава',
  ],
  [
    'ru',
    '{Илья Серов} и {Олаф Нильсен} сделали совместное заявление.',
    'joint-statement: Илья Серов + Олаф Нильсен',
  ],
  [
    'ru',
    'Ещё {Серов} успел пообщаться с президентом {Лайне}, а также принял участие во встрече с главами {#МИД} пяти стран {Центральной Азии=@Центральная Азия}.',
    'talks: Серов ~ Лайне',
    'meeting: Серов ~ "главами МИД пяти стран Центральной Азии"',
  ],
  [
    'ru',
    'Вчера, 28 февраля, {Серов} провёл встречу с главой {#МИД} {Казахстана=@Казахстан} {Ахметовым=Ахметов}, о чём написал на своей странице.',
    'meeting: Серов ~ Ахметов, Вчера, 28 февраля',
  ],
  ['ru', '{Серов} заявил, что {Лайне} не приезжал в {@Минск}.', 'arrival: Лайне @ Минск (denied)'],
  ['ru', '{Серов} рассказал о своём визите в {Астану=@Астана}.', 'visit: Серов @ Астана'],
  ['ru', 'Министр отказался встречаться с {Серовым=Серов}.', 'meeting: "Министр" ~ Серов (denied)'],
  ['ru', 'Делегация {Дании=@Дания} посетила {@Киев}.', 'visit: Дания @ Киев'],
  ['ru', '{Киев=@Киев} посетил премьер {Олаф Нильсен}.', 'visit: Олаф Нильсен @ Киев'],
  ['ru', '{Серов} принял закон о бюджете.'],
  ['ru', '{Серов} приехал в {@Минск} с официальным визитом.', 'arrival: Серов @ Минск'],
  [
    'ru',
    '{Серов} покинул {@Минск} и вылетел в {Варшаву=@Варшава}.',
    'departure: Серов < Минск',
    'departure: Серов @ Варшава',
  ],
  [
    'ru',
    'Совместная пресс-конференция {Серова=Серов} и {Лайне} прошла в {Хельсинки=@Хельсинки}.',
    'joint-statement: Серов + Лайне @ Хельсинки',
  ],
  [
    'ru',
    'В среду {Серов} созвонился с премьером {Норвегии=@Норвегия}.',
    'call: Серов ~ "премьером Норвегии", среду',
  ],
  [
    'uk',
    'Президент {Фінляндії=@Фінляндія} {Матті Лайне} прибув до {Києва=@Київ}.',
    'arrival: Матті Лайне @ Київ',
  ],
  [
    'uk',
    '{Олена Гайова} зустрілася з міністром {Петром Садовим=Петро Садовий} у {Львові=@Львів}.',
    'meeting: Олена Гайова ~ Петро Садовий @ Львів',
  ],
  [
    'uk',
    "Прем'єр {Петро Садовий} відвідає {Варшаву=@Варшава} у вівторок.",
    'visit: Петро Садовий @ Варшава, вівторок (plan)',
  ],
  [
    'uk',
    '{Петро Садовий} провів телефонну розмову з {Оленою Гайовою=Олена Гайова}.',
    'call: Петро Садовий ~ Олена Гайова',
  ],
  [
    'uk',
    'У {Відні=@Відень} відбулася зустріч {Олени Гайової=Олена Гайова} та {Петра Садового=Петро Садовий}.',
    'meeting: Олена Гайова + Петро Садовий @ Відень',
  ],
  [
    'uk',
    '{Петро Садовий} має намір вилетіти до {Праги=@Прага}, а потім до {Берліна=@Берлін}.',
    'departure: Петро Садовий @ Прага (plan)',
    'departure: Петро Садовий @ Берлін < Прага (plan)',
  ],
  [
    'uk',
    '{Олена Гайова} спростувала зустріч із {Петром Садовим=Петро Садовий}.',
    'meeting: Олена Гайова ~ Петро Садовий (denied)',
  ],
  [
    'uk',
    '{Олена Гайова} прийняла посла {Данії=@Данія} {Олафа Нільсена=Олаф Нільсен}.',
    'meeting: Олена Гайова ~ Олаф Нільсен',
  ],
  [
    'en',
    'Norwegian Prime Minister {Olaf Nielsen} arrived in {@Kyiv} on Tuesday.',
    'arrival: Olaf Nielsen @ Kyiv, Tuesday',
  ],
  [
    'en',
    '{Ada Hale} met with President {Matti Laine} and Foreign Minister {Ilya Serov} in {@Helsinki} on Monday.',
    'meeting: Ada Hale ~ Matti Laine + Ilya Serov @ Helsinki, Monday',
  ],
  [
    'en',
    '{Ada Hale} met {Olaf Nielsen} and flew to {@Tashkent}.',
    'meeting: Ada Hale ~ Olaf Nielsen',
    'departure: Ada Hale @ Tashkent',
  ],
  [
    'en',
    '{Ada Hale} will travel to {@Tashkent} and then to {@India}.',
    'departure: Ada Hale @ Tashkent (plan)',
    'departure: Ada Hale @ India < Tashkent (plan)',
  ],
  [
    'en',
    '{Ada Hale} denied meeting {Olaf Nielsen} in {@Prague}.',
    'meeting: Ada Hale ~ Olaf Nielsen @ Prague (denied)',
  ],
  [
    'en',
    '{Olaf Nielsen} hosted {Ada Hale} at his residence in {@Oslo}.',
    'meeting: Olaf Nielsen ~ Ada Hale @ Oslo',
  ],
  ['en', "{Ada Hale}'s visit to {@Warsaw} begins on Tuesday.", 'visit: Ada Hale @ Warsaw, Tuesday'],
  [
    'en',
    'Talks between {Ada Hale} and {Olaf Nielsen} took place in {@Geneva}.',
    'talks: Ada Hale + Olaf Nielsen @ Geneva',
  ],
  ['en', '{Ada Hale} held a phone call with {Olaf Nielsen}.', 'call: Ada Hale ~ Olaf Nielsen'],
  ['en', '{Ada Hale} did not meet {Olaf Nielsen}.', 'meeting: Ada Hale ~ Olaf Nielsen (denied)'],
  [
    'en',
    '{Ada Hale} and {Olaf Nielsen} issued a joint statement in {@Oslo} on Friday.',
    'joint-statement: Ada Hale + Olaf Nielsen @ Oslo, Friday',
  ],
  [
    'en',
    '{Ada Hale} left {@Oslo} for {@Prague} after talks with {Olaf Nielsen}.',
    'departure: Ada Hale @ Prague < Oslo',
    'talks: Ada Hale ~ Olaf Nielsen',
  ],
  ['en', '{Ada Hale} to visit {@Kyiv} next week.', 'visit: Ada Hale @ Kyiv, next week (plan)'],
  [
    'en',
    '{Ada Hale} plans to meet {Olaf Nielsen} on 5 March.',
    'meeting: Ada Hale ~ Olaf Nielsen, 5 March (plan)',
  ],
  [
    'en',
    '{Ada Hale}, who arrived in {@Oslo} on Monday, spoke by phone with {Olaf Nielsen}.',
    'arrival: Ada Hale @ Oslo, Monday',
    'call: Ada Hale ~ Olaf Nielsen',
  ],
  ['en', 'The prime minister left the room.'],
  ['en', '{Ada Hale} was received by King {Olaf Nielsen}.', 'meeting: Olaf Nielsen ~ Ada Hale'],
  ['en', '{Olaf Nielsen} cancelled a meeting with {Ada Hale}.', 'meeting: Olaf Nielsen ~ Ada Hale (denied)'],
  ['en', '{Ada Hale} said that the party would not meet the deadline.'],
  ['en', '{@Denmark} and {@Norway} held talks in {@Oslo}.', 'talks: Denmark + Norway @ Oslo'],
  [
    'ru',
    '{Серов} прибыл в {Киев=@Киев} во вторник. Ещё {Серов} встретился с премьером {Лайне}.',
    'arrival: Серов @ Киев, вторник',
    'meeting: Серов ~ Лайне @ Киев, вторник',
  ],
  ['kk', '{Олаф Нильсен} {Астанаға=@Астана} келді.', 'arrival: Олаф Нильсен @ Астана'],
  [
    'kk',
    '{Серов} {Астанада=@Астана} {Нильсенмен=Олаф Нильсен} кездесті.',
    'meeting: Серов ~ Олаф Нильсен @ Астана',
  ],
  [
    'kk',
    '{Нильсен=Олаф Нильсен} ертең {Ташкентке=@Ташкент} барады.',
    'visit: Олаф Нильсен @ Ташкент, ертең (plan)',
  ],
  ['kk', '{Серов} {Нильсенді=Олаф Нильсен} қабылдады.', 'meeting: Серов ~ Олаф Нильсен'],
  ['kk', '{Серов} {Нильсенмен=Олаф Нильсен} келіссөз жүргізді.', 'talks: Серов ~ Олаф Нильсен'],
  [
    'ru',
    '{Серов} прибыл в {@Минск} в понедельник, а во вторник встретился с {Лайне}.',
    'arrival: Серов @ Минск, понедельник',
    'meeting: Серов ~ Лайне, вторник',
  ],
  ['ru', '{Серова=Серов} ждут в {Минске=@Минск}.'],
  [
    'ru',
    '{Орлова} намерена провести переговоры с {Гайовым=Гайовий} в {Праге=@Прага}.',
    'talks: Орлова ~ Гайовий @ Прага (plan)',
  ],
  ['uk', '{Гайовий} не зустрічався з {Орловою=Орлова}.', 'meeting: Гайовий ~ Орлова (denied)'],
  [
    'uk',
    '{Гайовий}, який прибув до {Відня=@Відень}, провів переговори з делегацією {Норвегії=@Норвегія}.',
    'arrival: Гайовий @ Відень',
    'talks: Гайовий ~ Норвегія @ Відень',
  ],
]

describe('encounters', () => {
  for (const [language, marked, ...expected] of cases)
    it(`are found: ${marked}`, () => {
      const { text, named } = markedUp(marked)
      const parsed = parseText(text, language)
      const times = findTimes(parsed, '2023-03-01T18:00')
      assert.deepEqual(
        findEncounters(parsed, named, times).map((one) => written(one, text, named, times)),
        expected,
      )
    })

  it('are in the text, and name what is named there, whatever the text', () => {
    const words = fc.constantFrom(
      ...'Серов прибыл в Киев с и , . встретился принял встретил встречу визит : ; который « » что met with talks between Ada Hale to visit by phone зустріч з кездесті'.split(
        ' ',
      ),
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 60 }).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom('ru', 'uk', 'en', 'kk', 'und'), (text, language) => {
        const parsed = parseText(text, language)
        const named = uniteNames(parsed, findMentions(parsed))
        const times = findTimes(parsed, '2023-03-01T18:00')
        let last = 0
        for (const one of findEncounters(parsed, named, times)) {
          assert.ok(one.cue.start >= last)
          last = one.cue.start
          assert.ok(one.time === null || times[one.time] !== undefined)
          const parties = [
            ...one.who,
            ...one.with,
            ...[one.place, one.origin].filter((party) => party !== null),
          ]
          for (const { start, end } of [one, one.cue, ...parties])
            assert.ok(start >= 0 && start < end && end <= text.length)
          for (const { name } of parties) assert.ok(name === null || named.names[name] !== undefined)
        }
      }),
      { numRuns: 40 },
    )
  })
})

function markedUp(marked: string): { readonly text: string; readonly named: Named } {
  const names: TextName[] = []
  const mentions: Mention[] = []
  let text = ''
  for (const [part, inside] of marked.matchAll(/\{([^}]*)\}|[^{]+/g)) {
    if (inside === undefined) {
      text += part
      continue
    }
    const [, written = '', sigil = '', base = written] = /^([^=@]*?)=?([@#*^]?)([^=]*)$/.exec(inside) ?? []
    const form = written === '' ? base : written
    const kind = kinds[sigil] ?? 'person'
    const name = base === '' ? form : base
    const known = names.findIndex((one) => one.name === name)
    if (known === -1) names.push({ kind, name, key: name, aliases: [], offices: [] })
    const by = sigil === '*' ? 'title' : sigil === '^' ? 'pronoun' : 'name'
    mentions.push({
      start: text.length,
      end: text.length + form.length,
      kind,
      name: known === -1 ? names.length - 1 : known,
      by,
    })
    text += form
  }
  return { text, named: { names, mentions } }
}

const kinds: Readonly<Record<string, NameKind>> = { '@': 'place', '#': 'organisation' }

function written(
  { kind, who, with: met, place, origin, time, standing }: Encounter,
  text: string,
  { names }: Named,
  times: readonly TimeExpression[],
): string {
  const called = ({ start, end, name }: Party): string =>
    name === null ? `"${text.slice(start, end)}"` : (names[name]?.name ?? '?')
  const all = (parties: readonly Party[]): string => parties.map(called).join(' + ')
  const when = time === null ? undefined : times[time]
  return [
    `${kind}: ${all(who)}`,
    met.length > 0 ? ` ~ ${all(met)}` : '',
    place === null ? '' : ` @ ${called(place)}`,
    origin === null ? '' : ` < ${called(origin)}`,
    when === undefined ? '' : `, ${text.slice(when.start, when.end)}`,
    standing === 'fact' ? '' : ` (${standing})`,
  ].join('')
}
