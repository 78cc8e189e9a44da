import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { markArticle } from '../src/language/mark-article.ts'
import { articleText } from '../src/model/article-text.ts'
import type { Encounter, Party } from '../src/model/marks.ts'
import { readPlainText } from '../src/reader/index.ts'

/** An invented page like the sample: a visit, whom it met, where it goes on to, and the column of another page at its end. */
const page = `Дания и другие страны Севера не боятся зимы: Нильсен о своём визите в Хельсинки
Дания гордится дружбой с Финляндией, заявил Нильсен.
Накануне премьер-министр Дании Олаф Нильсен прибыл в Хельсинки, чтобы расширить сотрудничество двух стран.
Вчера, 28 февраля, Нильсен провёл встречу с президентом Финляндии Матти Лайне, о чём написал на своей странице.
Ещё Нильсен успел пообщаться с министром Корхоненом, а также принял участие во встрече с главами МИД пяти стран Северной Европы.
Лайне поблагодарил Данию за помощь. Он признался, что зима была долгой.
Из Хельсинки премьер-министр вылетит в Осло, а после в Стокгольм, где и пройдёт заседание стран Севера.
Последние новости
Жданова объяснила, почему лёд тает
18:30Рыбаки нашли старинный якорь: он весит тонну
18:28
Появились кадры, как Серов посетил маяк возле Одессы`

const sample = path.join(import.meta.dirname, '../../shared/samples/portal-page.ru.txt')

describe('the encounters of a page', () => {
  it('are told whole, the journeys still ahead as plans, and none from the column at its end', () => {
    assert.deepEqual(toldBy(page), [
      'visit: Нильсен @ Хельсинки',
      'arrival: Олаф Нильсен @ Хельсинки, Накануне',
      'meeting: Нильсен ~ Матти Лайне @ Хельсинки, Вчера, 28 февраля',
      'talks: Нильсен ~ Корхоненом @ Хельсинки, Вчера, 28 февраля',
      'meeting: Нильсен ~ главами МИД пяти стран Северной Европы @ Хельсинки, Вчера, 28 февраля',
      'departure: премьер-министр @ Осло < Хельсинки (plan)',
      'departure: премьер-министр @ Стокгольм < Осло (plan)',
    ])
  })

  it('of the sample are all there', { skip: !existsSync(sample) && 'the sample is not here' }, () => {
    assert.deepEqual(toldBy(readFileSync(sample, 'utf8')), [
      'visit: Блинкен @ Астану',
      'arrival: Энтони Блинкен @ Астану, Накануне',
      'meeting: Блинкен ~ Тлеуберди @ Астану, Вчера, 28 февраля',
      'talks: Блинкен ~ Токаевым @ Астану, Вчера, 28 февраля',
      'meeting: Блинкен ~ главами МИД пяти стран Центральной Азии @ Астану, Вчера, 28 февраля',
      'departure: Госсекретарь @ Ташкент < Астаны (plan)',
      'departure: Госсекретарь @ Индию < Ташкент (plan)',
    ])
  })
})

/** The encounters of a page in words of its text; who travels or meets is one Name in all of them. */
function toldBy(plain: string): readonly string[] {
  const reading = readPlainText(plain, undefined, () => 'ru')
  assert.ok('article' in reading)
  const article = {
    ...reading.article,
    publishedAt: { at: Date.UTC(2023, 2, 1, 16), zone: '+02:00', precision: 'minute' as const },
  }
  const { text } = articleText(article)
  const { encounters, times, names } = markArticle(article)
  assert.deepEqual(
    new Set(encounters.flatMap(({ who }) => who.map(({ name }) => name))).size,
    1,
    JSON.stringify(names),
  )
  const words = ({ start, end }: Pick<Party, 'start' | 'end'>): string => text.slice(start, end)
  return encounters.map(({ kind, who, with: met, place, origin, time, standing }: Encounter) => {
    const when = time === null ? undefined : times[time]
    return [
      `${kind}: ${who.map(words).join(' + ')}`,
      met.length > 0 ? ` ~ ${met.map(words).join(' + ')}` : '',
      place === null ? '' : ` @ ${words(place)}`,
      origin === null ? '' : ` < ${words(origin)}`,
      when === undefined ? '' : `, ${words(when)}`,
      standing === 'fact' ? '' : ` (${standing})`,
    ].join('')
  })
}
