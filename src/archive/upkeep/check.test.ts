import assert from 'node:assert/strict'
import { it } from 'node:test'
import pg from 'pg'
import { claimedRead, fileSample, sampleSource } from '../../../test/support/archive-samples.ts'
import { type Ground, noon, onBothEngines } from '../../../test/support/archives.ts'
import type { Marks } from '../../model/marks.ts'
import { noMarks } from '../../model/no-marks.ts'
import { connect } from '../dialects/sqlite/sqlite-library.ts'

/** A statement from outside, as a mistake or a failing disk might leave the rows. */
async function meddle(
  { engine, address }: Pick<Ground, 'engine' | 'address'>,
  statement: string,
): Promise<void> {
  if (engine === 'sqlite') {
    const connection = connect(address, { readOnly: false, busyTimeoutMs: 1000 })
    connection.exec(statement)
    connection.close()
    return
  }
  const client = new pg.Client(address)
  await client.connect()
  await client.query(statement)
  await client.end()
}

const cases: readonly { readonly statement: string; readonly complaint: RegExp }[] = [
  {
    statement: "update jobs set capture_id = null where kind = 'read'",
    complaint: /^A read job has lost its capture: job \d+\.$/,
  },
  { statement: 'delete from capture_bytes', complaint: /^A capture has lost its bytes: capture \d+, \d+\.$/ },
  { statement: 'delete from revisions', complaint: /^An article has no text: article 1\.$/ },
  { statement: 'delete from index_texts', complaint: /^An article has no index text: article 1\.$/ },
  {
    statement: 'delete from addresses',
    complaint: /^The address of an article does not lead to it: article 1\.$/,
  },
  {
    statement: 'update sources set articles = 7',
    complaint: /^A source counts its articles wrongly: source 1\.$/,
  },
  {
    statement: 'delete from language_tallies',
    complaint: /^The articles of a language are not counted: en\.$/,
  },
  {
    statement: 'update language_tallies set articles = 3',
    complaint: /^The articles of a language are counted wrongly: en\.$/,
  },
  {
    statement: 'update names set merged_into = id',
    complaint: /^An article names what was merged into another Name: article 1\.$/,
  },
  {
    statement: 'update statements set name_id = null',
    complaint: /^A statement is not its speaker’s: article 1\.$/,
  },
  { statement: 'update articles set place = place + 1', complaint: /^The search index lacks 1 articles\.$/ },
]

const word = { start: 0, end: 5 }
const oneStatement: Marks = {
  ...noMarks('en'),
  names: [{ kind: 'person', name: 'Marta Hale', key: 'hale|mrt', aliases: [], offices: [] }],
  statements: [
    {
      content: [word],
      cue: null,
      speaker: { ...word, name: 0 },
      manner: 'direct',
      act: 'says',
      addressee: null,
      occasion: null,
      credit: null,
    },
  ],
}

onBothEngines('the check', (ground) => {
  it('is content with a sound archive', async () => {
    await fileSample(ground.archive, noon)
    assert.deepEqual(await ground.archive.upkeep.check(), [])
  })

  for (const { statement, complaint } of cases) {
    it(`finds what “${statement}” leaves`, async () => {
      const address = await ground.newAddress()
      const archive = await ground.open(address)
      const { source } = await archive.sources.add(sampleSource(), noon)
      await fileSample(archive, noon, { sourceId: source.id, marks: oneStatement })
      await claimedRead(archive, 'https://harbour.example/unread', noon)
      await meddle({ engine: ground.engine, address }, statement)
      const complaints = await archive.upkeep.check()
      assert.ok(
        complaints.some((line) => complaint.test(line)),
        complaints.join('\n'),
      )
    })
  }
})
