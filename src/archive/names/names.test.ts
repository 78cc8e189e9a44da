import assert from 'node:assert/strict'
import { it } from 'node:test'
import { another, fileSample, sampleArticle } from '../../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../../test/support/archives.ts'
import type { Marks, NameKind, Span, TextName } from '../../model/marks.ts'
import { noMarks } from '../../model/no-marks.ts'
import type { Archive } from '../archive.ts'

const decided = { by: 'Vera', now: noon + 1000 }
const text = 'Ferry resumes after storm\n\nThe ferry to Port Linden sailed again.'

function named(
  key: string,
  name: string,
  kind: NameKind = 'person',
  offices: readonly string[] = [],
): TextName {
  return { kind, name, key, aliases: [], offices }
}

function place(words: string): Span {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

/** Two families that no other test has. */
function families(): { readonly orlov: string; readonly hale: string } {
  const number = another()
  return { orlov: `orlov${number}`, hale: `hale${number}` }
}

async function file(archive: Archive, names: readonly TextName[], change: Partial<Marks> = {}, now = noon) {
  const article = sampleArticle()
  const marks = { ...noMarks('en'), names, ...change }
  const { articleId } = await fileSample(archive, now, { article, marks })
  const filed = await archive.articles.marks(articleId)
  assert.ok(filed !== null)
  return { articleId, article, ids: filed.names.map(({ id }) => id), filed }
}

onBothEngines('Names', (ground) => {
  it('are one across articles, scripts and case forms that have one key', async () => {
    const { archive } = ground
    const { hale } = families()
    const one = await file(archive, [named(`${hale}|mrt`, 'Marta Hale', 'person', ['mayor'])])
    const other = await file(archive, [named(`${hale}|mrt`, 'Марта Хейл', 'person', ['мэр'])])
    assert.deepEqual(other.ids, one.ids)
    const record = await archive.names.get(one.ids[0] ?? 0)
    assert.equal(record?.name.name, 'Marta Hale')
    assert.equal(record?.articles, 2)
    assert.deepEqual(record?.aliases.map((alias) => alias.text).sort(), ['Marta Hale', 'Марта Хейл'])
    assert.deepEqual(record?.offices.map((office) => office.text).sort(), ['mayor', 'мэр'])
  })

  it('keep people of one family apart, and a family name alone of two of them apart from both', async () => {
    const { archive } = ground
    const { orlov } = families()
    const [ivan] = (await file(archive, [named(`${orlov}|ivn`, 'Иван Орлов')])).ids
    assert.deepEqual(
      (await file(archive, [named(`${orlov}|`, 'Орлов')])).ids,
      [ivan],
      'while he is the only one',
    )
    const [pyotr] = (await file(archive, [named(`${orlov}|ptr`, 'Пётр Орлов')])).ids
    assert.notEqual(pyotr, ivan)
    const [bare] = (await file(archive, [named(`${orlov}|`, 'Орлов')])).ids
    assert.ok(bare !== ivan && bare !== pyotr)
  })

  it('grow when the full name comes after the family name', async () => {
    const { archive } = ground
    const { hale } = families()
    const [bare] = (await file(archive, [named(`${hale}|`, 'Hale')])).ids
    assert.deepEqual((await file(archive, [named(`${hale}|mrt`, 'Marta Hale')])).ids, [bare])
    assert.equal((await archive.names.get(bare ?? 0))?.name.name, 'Marta Hale')
  })

  it('are found by the beginning of any form, without regard to case', async () => {
    const { archive } = ground
    const { hale } = families()
    const form = `Zvezdana ${hale}`
    const [id] = (await file(archive, [{ ...named(`${hale}|zvz`, form), aliases: [`Хейл${hale}`] }])).ids
    for (const asked of [form.toUpperCase(), `хейл${hale}`.slice(0, -1), 'zvezd'])
      assert.ok(
        (await archive.names.find(asked, { limit: 50 })).some((name) => name.id === id),
        asked,
      )
    assert.deepEqual(await archive.names.find('', { limit: 5 }), [])
    assert.deepEqual(await archive.names.find(form, { kind: 'place', limit: 5 }), [])
  })

  it('tell whom their articles name with them', async () => {
    const { archive } = ground
    const { orlov, hale } = families()
    const names = [named(`${orlov}|ivn`, 'Иван Орлов'), named(`${hale}|mrt`, 'Marta Hale')]
    const [ivan] = (await file(archive, names)).ids
    await file(archive, names)
    const record = await archive.names.get(ivan ?? 0)
    assert.deepEqual(
      record?.companions.map(({ name, articles }) => [name, articles]),
      [['Marta Hale', 2]],
    )
  })

  it('have what they said, each article’s whole, page after page', async () => {
    const { archive } = ground
    const { hale } = families()
    const marks = (words: readonly string[]): Partial<Marks> => ({
      statements: words.map((said) => ({
        content: [place(said)],
        cue: null,
        speaker: { ...place('Ferry'), name: 0 },
        manner: 'direct',
        act: 'says',
        addressee: null,
        occasion: null,
        credit: null,
      })),
    })
    const names = [named(`${hale}|mrt`, 'Marta Hale')]
    const [id = 0] = (await file(archive, names, marks(['sailed', 'again']), noon)).ids
    await file(archive, names, marks(['Port Linden']), noon + 60_000)
    const first = await archive.names.statements(id, { limit: 1 })
    assert.deepEqual(
      first.items.map(({ content, speaker, name }) => [content, speaker, name?.id]),
      [['Port Linden', 'Ferry', id]],
    )
    assert.ok(first.next !== null)
    const rest = await archive.names.statements(id, { limit: 1, cursor: first.next })
    assert.deepEqual(
      rest.items.map(({ content }) => content),
      ['sailed', 'again'],
    )
    assert.equal(rest.next, null)
  })

  it('have their encounters with all who took part', async () => {
    const { archive } = ground
    const { hale, orlov } = families()
    const names = [
      named(`${hale}|mrt`, 'Marta Hale'),
      named(`${orlov}|ivn`, 'Иван Орлов'),
      named(`linden${another()}`, 'Port Linden', 'place'),
    ]
    const { ids } = await file(archive, names, {
      times: [
        {
          ...place('again'),
          kind: 'point',
          granularity: 'day',
          value: '2026-11-22',
          from: '2026-11-22T00:00:00',
          until: '2026-11-23T00:00:00',
        },
      ],
      encounters: [
        {
          ...place('The ferry to Port Linden'),
          kind: 'meeting',
          cue: place('sailed'),
          who: [{ ...place('ferry'), name: 0 }],
          with: [{ ...place('sailed'), name: 1 }],
          place: { ...place('Port Linden'), name: 2 },
          origin: null,
          time: 0,
          standing: 'fact',
        },
      ],
    })
    for (const id of ids) {
      const { items } = await archive.names.encounters(id, { limit: 5 })
      assert.deepEqual(
        items.map(({ kind, text: told, from, parties }) => [
          kind,
          told,
          from,
          parties.map(({ role, name }) => `${role} ${name.name}`),
        ]),
        [
          [
            'meeting',
            'The ferry to Port Linden',
            '2026-11-22T00:00:00',
            ['who Marta Hale', 'with Иван Орлов', 'place Port Linden'],
          ],
        ],
      )
    }
  })
})

onBothEngines('what an editor decides of Names', (ground) => {
  it('merges two for good: what is filed later goes to the one that is left', async () => {
    const { archive } = ground
    const { hale, orlov } = families()
    const [one = 0] = (await file(archive, [named(`${hale}|mrt`, 'Marta Hale')])).ids
    const [other = 0] = (await file(archive, [named(`${orlov}|mrt`, 'Marta Orlova')])).ids
    const decision = await archive.names.merge(other, one, decided)
    assert.ok(decision !== null)
    assert.deepEqual((await file(archive, [named(`${orlov}|mrt`, 'Marta Orlova')])).ids, [one])
    assert.equal((await archive.names.get(other))?.name.id, one, 'its page leads there')
    assert.equal((await archive.names.get(one))?.articles, 3)
    assert.equal(await archive.names.merge(other, one, decided), null, 'they are one already')

    assert.equal(await archive.names.undo(decision, decided), true)
    assert.equal((await archive.names.get(other))?.articles, 2)
    assert.equal((await archive.names.get(one))?.articles, 1)
    assert.equal(await archive.names.undo(decision, decided), false)
  })

  it('splits by key for good, statements with it', async () => {
    const { archive } = ground
    const { hale } = families()
    const [id = 0] = (await file(archive, [named(`${hale}|`, 'Hale')])).ids
    const said: Partial<Marks> = {
      statements: [
        {
          content: [place('again')],
          cue: null,
          speaker: { ...place('ferry'), name: 0 },
          manner: 'reported',
          act: 'says',
          addressee: null,
          occasion: null,
          credit: null,
        },
      ],
    }
    await file(archive, [named(`${hale}|mrt`, 'Marta Hale')], said)
    const split = await archive.names.split(id, [`${hale}|mrt`], decided)
    assert.ok(split !== null)
    assert.equal(split.name.name, 'Marta Hale')
    assert.equal((await archive.names.statements(split.name.id, { limit: 5 })).items.length, 1)
    assert.equal((await archive.names.statements(id, { limit: 5 })).items.length, 0)
    assert.deepEqual((await file(archive, [named(`${hale}|`, 'Hale')])).ids, [id])
    assert.deepEqual((await file(archive, [named(`${hale}|mrt`, 'Marta Hale')])).ids, [split.name.id])
    assert.equal(await archive.names.split(id, [`${hale}|`], decided), null, 'nothing would be left')

    assert.equal(await archive.names.undo(split.decision, decided), true)
    assert.equal((await archive.names.get(id))?.articles, 4)
    assert.equal((await archive.names.get(split.name.id))?.name.id, id)
  })

  it('moves a name of one article, and a revision leaves it there', async () => {
    const { archive } = ground
    const { hale } = families()
    const names = [named(`${hale}|mrt`, 'Marta Hale')]
    const { articleId, article, ids } = await file(archive, names)
    const [other = 0] = (await file(archive, [named(`${hale}|ann`, 'Anna Hale')])).ids
    const decision = await archive.names.move(articleId, 0, other, decided)
    assert.ok(decision !== null)
    await fileSample(archive, noon + 5000, {
      article: { ...article, headline: 'Ferry resumes' },
      marks: { ...noMarks('en'), names },
    })
    assert.deepEqual(
      (await archive.articles.marks(articleId))?.names.map(({ id }) => id),
      [other],
    )
    assert.equal(await archive.names.undo(decision, decided), true)
    assert.deepEqual(
      (await archive.articles.marks(articleId))?.names.map(({ id }) => id),
      ids,
    )
  })

  it('spells a name, and no fuller form changes it', async () => {
    const { archive } = ground
    const { hale } = families()
    const [id = 0] = (await file(archive, [named(`${hale}|`, 'Hale')])).ids
    assert.ok((await archive.names.rename(id, 'Mayor Hale', decided)) !== null)
    await file(archive, [named(`${hale}|mrt`, 'Marta Hale')])
    const record = await archive.names.get(id)
    assert.equal(record?.name.name, 'Mayor Hale')
    assert.deepEqual(
      record?.decisions.map(({ kind, by }) => [kind, by]),
      [['rename', 'Vera']],
    )
  })

  it('is undone newest first', async () => {
    const { archive } = ground
    const { hale, orlov } = families()
    const [one = 0] = (await file(archive, [named(`${hale}|mrt`, 'Marta Hale')])).ids
    const [other = 0] = (await file(archive, [named(`${orlov}|mrt`, 'Marta Orlova')])).ids
    const merge = await archive.names.merge(other, one, decided)
    const rename = await archive.names.rename(one, 'Marta Hale-Orlova', decided)
    assert.ok(merge !== null && rename !== null)
    assert.equal(await archive.names.undo(merge, decided), false)
    assert.equal(await archive.names.undo(rename, decided), true)
    assert.equal(await archive.names.undo(merge, decided), true)
  })
})

onBothEngines('credits', (ground) => {
  const credit = (outlet: string | null, address: string | null): Partial<Marks> => ({
    credits: [
      {
        ...place('Port Linden'),
        source: place('Port Linden'),
        kind: 'outlet',
        sourceName: 'Harbour Post',
        name: null,
        outlet,
        address,
        citing: null,
      },
    ],
  })

  it('lead to the article that their link has, and so on to the origin', async () => {
    const { archive } = ground
    const origin = await file(archive, [])
    const middle = await file(archive, [], credit(null, origin.article.address))
    const last = await file(archive, [], credit(null, middle.article.address))
    const chain = await archive.credits.chain(last.articleId)
    assert.deepEqual(
      chain.map(({ depth, credited }) => [depth, credited?.id]),
      [
        [0, middle.articleId],
        [1, origin.articleId],
      ],
    )
  })

  it('without a link lead to what the credited outlet published on the same people just before', async () => {
    const { archive } = ground
    const key = `herald${another()}.example`
    const outlet = { key, name: 'Port Herald', language: null, country: null }
    const names = ['a', 'b', 'c'].map((letter) => named(`${letter}${another()}|x`, letter))
    const marks = { ...noMarks('en'), names }
    const { articleId } = await fileSample(archive, noon - 3_600_000, { outlet, marks })
    await fileSample(archive, noon - 1_800_000, { outlet, marks: { ...marks, names: names.slice(0, 1) } })
    const { filed, articleId: crediting } = await file(archive, names, credit(key, null))
    assert.deepEqual(filed.credited, [articleId])
    assert.equal((await archive.credits.crediting(key, 5))[0]?.articles, 1)
    const line = (await archive.articles.lines([crediting]))[0]
    assert.ok(line !== undefined)
    const credited = await archive.credits.creditedBy(line.outlet.id, 50)
    assert.ok(credited.some(({ outletKey }) => outletKey === key))
  })
})
