import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type TopicName, topics } from '../data/topics.ts'
import { parseText } from '../text/parse-text.ts'
import { topicOf } from './topic-of.ts'

const cases: readonly (readonly [TopicName, language: string, text: string])[] = [
  [
    'sport',
    'ru',
    '«Заречье» обыграло «Дол» в финале кубка\n\nНападающий забил два гола на последних минутах матча.',
  ],
  [
    'sport',
    'uk',
    '«Заріччя» здобуло перемогу у фіналі\n\nНападник забив два голи, тренер подякував уболівальникам.',
  ],
  [
    'sport',
    'en',
    'Riverton win the cup final\n\nThe striker scored two goals late in the match, the coach said.',
  ],
  [
    'sport',
    'kk',
    '«Дала» футбол клубы финалда жеңді\n\nШабуылшы матчтың соңында екі гол соқты, бапкер риза.',
  ],
  [
    'economy',
    'ru',
    'Завод в Заречье увеличил прибыль\n\nВыручка компании выросла, акции подорожали на бирже.',
  ],
  [
    'economy',
    'uk',
    'Банк підвищив ставки за кредитами\n\nКурс гривні до долара не змінився, повідомив ринок.',
  ],
  ['economy', 'kk', 'Банк несие мөлшерлемесін көтерді\n\nТеңге бағамы өзгерген жоқ, инфляция баяулады.'],
  ['politics', 'uk', 'Парламент ухвалив закон про вибори\n\nДепутати проголосували за законопроєкт уряду.'],
  [
    'politics',
    'kk',
    'Парламент сайлау туралы заң қабылдады\n\nДепутаттар президент ұсынысын мәжілісте талқылады.',
  ],
  [
    'weather',
    'ru',
    'Синоптики обещают снег и мороз\n\nНочью метель, порывы ветра, температура до −15 градусов.',
  ],
  [
    'weather',
    'uk',
    'Синоптики прогнозують дощ і сніг\n\nВдень хмарно, пориви вітру, температура до 3 градусів.',
  ],
  ['weather', 'kk', 'Синоптиктер боран болады дейді\n\nТүнде аяз, желдің екпіні күшті, қар жауады.'],
  ['science', 'en', 'Astronomers find a new planet\n\nResearchers used a space telescope, the study says.'],
  [
    'science',
    'uk',
    'Астрономи відкрили нову планету\n\nВчені дослідили її за допомогою космічного телескопа.',
  ],
  ['science', 'kk', 'Ғалымдар жаңа ғаламшар тапты\n\nАстрономдар ғарыш телескопымен зерттеу жүргізді.'],
  ['arts', 'uk', 'У театрі показали прем’єру опери\n\nОркестр і співаки зіграли для повної зали глядачів.'],
  ['arts', 'kk', 'Театрда жаңа спектакль қойылды\n\nРежиссер мен актерлер көрерменге концерт те берді.'],
  ['crime', 'kk', 'Полиция күдіктіні ұстады\n\nСот оны қамауға алды, тергеу қылмыс ісін қозғады.'],
]

describe('topicOf', () => {
  for (const [topic, language, text] of cases) {
    it(`tells ${topic} in ${language}: ${text.slice(0, 30)}`, () =>
      assert.equal(topicOf(parseText(text, language)), topics[topic]))
  }

  it('tells nothing from a text without words it knows, or in a language it does not know', () => {
    assert.equal(topicOf(parseText('Ждзщ фыврп 12', 'ru')), null)
    assert.equal(topicOf(parseText('Die Mannschaft gewann das Spiel', 'de')), null)
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('ru', 'uk', 'en', 'kk', 'und'),
        (text, language) => {
          const topic = topicOf(parseText(text, language))
          assert.ok(topic === null || Object.values(topics).includes(topic))
        },
      ),
    )
  })
})
