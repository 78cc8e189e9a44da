import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Article, Block } from '../../model/article.ts'
import { bodyText } from '../../model/block-text.ts'
import { readPlainText } from '../index.ts'

describe('readPlainText', () => {
  const scraped = `В Заречном починили часы на ратуше
Часы стояли одиннадцать лет, рассказал смотритель башни.
В Заречном снова идут часы на ратуше: мастер из соседнего города нашёл для них недостающую шестерню. Раньше считалось, что её не достать.
«Я услышал бой и сперва не поверил», — признался смотритель Пахом Лужин. Он ухаживает за башней с детства.
Напомним, часы остановились во время грозы.
Последние новости
В Заречном открыли каток у пристани
18:30Школьники посадили аллею из ста лип
18:28
Почему подорожал хлеб: отвечает пекарь`

  it('parts headline, lead and body, and leaves the column at the end', () => {
    const reading = readPlainText(scraped, 'https://zarechny.example/1')
    assert.ok('article' in reading)
    const { headline, lead } = reading.article
    assert.equal(headline, 'В Заречном починили часы на ратуше')
    assert.equal(lead, 'Часы стояли одиннадцать лет, рассказал смотритель башни.')
    assert.deepEqual(
      reading.article.blocks.map((block) => block.kind),
      ['paragraph', 'paragraph', 'paragraph'],
    )
    assert.ok(bodyText(reading.article).endsWith('во время грозы.'))
  })

  it('says of no text that it is empty', () => {
    assert.equal(readPlainText(' \n\n').kind, 'empty')
  })

  const sample = path.join(import.meta.dirname, '../../../../shared/samples/portal-page.ru.txt')
  it('tells the column at the end of the sample from the article', {
    skip: !existsSync(sample) && 'the sample is not here',
  }, () => {
    const reading = readPlainText(readFileSync(sample, 'utf8'))
    assert.ok('article' in reading)
    assert.ok(!bodyText(reading.article).includes('18:30'))
    assert.equal(reading.article.blocks.length, 9)
  })

  const body =
    'Мастер из соседнего города нашёл для них недостающую шестерню, и в среду часы пошли. Смотритель не верил.'
  const shapes: readonly (readonly [what: string, text: string, expected: Partial<Article>])[] = [
    [
      'a post forwarded in a messenger',
      `Вестник Заречья, [24.11.2026 18:30]\n⚡️Часы на ратуше идут\n\n${body}\n\n👉 Подписаться | Прислать новость\n@zarechye_news`,
      { headline: '⚡️Часы на ратуше идут', outletName: 'Вестник Заречья', blocks: [paragraph(body)] },
    ],
    [
      'a post that says whom it is from',
      `Переслано из Вестник Заречья\nЧасы на ратуше идут\n${body}\n#часы #ратуша`,
      { headline: 'Часы на ратуше идут', outletName: 'Вестник Заречья', blocks: [paragraph(body)] },
    ],
    [
      'a page copied with its menu, its path and words for sharing',
      `Home\nNews\nSport\nWeather\nHome › News › County\nThe town hall clock goes again\nBy Orla Finch\n24 November 2026, 09:05\nShare\nFacebook\n1,204 views\n3 min read\nA clockmaker found the missing wheel, and on Wednesday the clock struck twelve. The keeper wept.\nRead also: Who winds the clock?\nIt had stood still for eleven years, since the night of the great storm over the valley.\nRelated articles\nBakers explain the price of bread\nPupils plant a hundred limes`,
      {
        headline: 'The town hall clock goes again',
        authors: ['Orla Finch'],
        publishedAt: { at: Date.UTC(2026, 10, 24, 9, 5), zone: null, precision: 'minute' },
        blocks: [
          paragraph(
            'A clockmaker found the missing wheel, and on Wednesday the clock struck twelve. The keeper wept.',
          ),
          paragraph(
            'It had stood still for eleven years, since the night of the great storm over the valley.',
          ),
        ],
      },
    ],
    [
      'Ukrainian text with line ends of Windows',
      'Годинник на ратуші знову йде\r\n\r\nМайстер знайшов шестерню. У середу годинник пробив дванадцяту.\r\nПерегляди: 310\r\nОстанні новини\r\n18:30\r\nУ місті посадили сто лип\r\n18:28\r\nЧому подорожчав хліб\r\n',
      {
        headline: 'Годинник на ратуші знову йде',
        blocks: [paragraph('Майстер знайшов шестерню. У середу годинник пробив дванадцяту.')],
      },
    ],
    [
      'Kazakh text with a column of other news',
      'Мұнара сағаты қайта жүрді\nШебер жетпеген тегершікті тапты. Сәрсенбіде сағат он екіні соқты.\n245 рет қаралды\nСоңғы жаңалықтар\n18:30 Оқушылар жүз жөке ағашын отырғызды\n18:28 Нан неге қымбаттады',
      {
        headline: 'Мұнара сағаты қайта жүрді',
        blocks: [paragraph('Шебер жетпеген тегершікті тапты. Сәрсенбіде сағат он екіні соқты.')],
      },
    ],
    [
      'a text in one line',
      `Часы на ратуше снова идут. ${body} ${body}`,
      { headline: 'Часы на ратуше снова идут.', blocks: [paragraph(`${body} ${body}`)] },
    ],
    ['a headline alone', 'Часы на ратуше снова идут', { headline: 'Часы на ратуше снова идут', blocks: [] }],
  ]
  for (const [what, text, expected] of shapes)
    it(`reads ${what}`, () => {
      const reading = readPlainText(text)
      assert.ok('article' in reading)
      const names = Object.keys(expected) as (keyof Article)[]
      assert.deepEqual(Object.fromEntries(names.map((name) => [name, reading.article[name]])), expected)
    })

  it('gives a reading for any text', () => {
    const piece = fc.constantFrom(
      '18:30',
      '\n',
      '\r\n',
      'Мост.',
      ' ',
      'Share',
      '@a_bc',
      '24.11.2026',
      'Слово',
      '[',
      ']',
      '\ud800',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          assert.ok(readPlainText(text).kind)
        },
      ),
    )
  })
})

function paragraph(text: string): Block {
  return { kind: 'paragraph', text, links: [] }
}
