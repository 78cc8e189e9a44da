import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { fileSample, sampleSource } from '../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import { postgres } from '../../test/support/needs.ts'
import { schemaVersion } from './migrate.ts'
import { openArchive } from './open-archive.ts'

const clock = (): number => noon

onBothEngines('opening an archive', (ground) => {
  it('finds everything again', async () => {
    const address = await ground.newAddress()
    const first = await openArchive(address, { clock })
    const { articleId } = await fileSample(first, noon)
    await first.close()
    const again = await ground.open(address)
    assert.equal((await again.articles.get(articleId))?.line.headline, 'Ferry resumes after storm')
    const { engine, bytes, schemaVersion: version } = await again.upkeep.size()
    assert.deepEqual([engine, version], [ground.engine, schemaVersion])
    assert.ok(bytes > 10_000)
  })

  it('migrates once when many open it at the same time', async () => {
    const address = await ground.newAddress()
    const archives = await Promise.all(Array.from({ length: 4 }, () => ground.open(address)))
    for (const archive of archives) await archive.sources.add(sampleSource(), noon)
    assert.equal((await archives[0]?.sources.list())?.length, 4)
  })

  it('refuses a newer schema, names both versions and touches nothing', async () => {
    const address = await ground.newAddress()
    const archive = await ground.open(address)
    await archive.settings.set('zone', 'UTC')
    await setSchemaVersion(ground.engine, address, 999)
    await assert.rejects(openArchive(address, { clock }), {
      code: 'archive/newer-schema',
      message: new RegExp(`version 999; this Wiredesk knows versions up to ${schemaVersion}\\.$`),
    })
    assert.equal(await archive.settings.get('zone'), 'UTC')
  })

  it('for reading only lets nothing be written', async () => {
    const archive = await openArchive(ground.address, { clock, readOnly: true })
    try {
      assert.deepEqual(await archive.articles.latest({ limit: 1 }), { items: [], next: null })
      await assert.rejects(archive.settings.set('zone', 'UTC'), { code: 'archive/read-only' })
    } finally {
      await archive.close()
    }
  })
})

onBothEngines('opening for reading what is not there', (ground) => {
  it('says so and makes nothing', async () => {
    const address = await ground.newAddress()
    for (let times = 0; times < 2; times++)
      await assert.rejects(openArchive(address, { clock, readOnly: true }), { code: 'archive/cannot-open' })
  })
})

async function setSchemaVersion(
  engine: 'sqlite' | 'postgres',
  address: string,
  version: number,
): Promise<void> {
  const statement = `update schema_version set version = ${version}`
  if (engine === 'sqlite') {
    const { connect } = await import('./dialects/sqlite/sqlite-library.ts')
    const connection = connect(address, { readOnly: false, busyTimeoutMs: 1000 })
    connection.exec(statement)
    connection.close()
    return
  }
  const { default: pg } = await import('pg')
  const client = new pg.Client(address)
  await client.connect()
  await client.query(statement)
  await client.end()
}

describe('opening what is no archive', () => {
  it('says that a folder is not there', async () => {
    await assert.rejects(openArchive('/nowhere/at/all/archive.db', { clock }), {
      code: 'archive/cannot-open',
      message: /\/nowhere\/at\/all\/archive\.db/,
    })
    for (const address of ['', ':memory:'])
      await assert.rejects(openArchive(address, { clock }), { code: 'archive/cannot-open' })
  })

  it('says that a server is not there, without the password', async () => {
    await assert.rejects(
      openArchive('postgres://anna:secret@127.0.0.1:1/news', { clock }),
      (problem: Error) => {
        assert.equal((problem as { code?: string }).code, 'archive/cannot-open')
        assert.match(problem.message, /anna@127\.0\.0\.1:1\/news/)
        assert.doesNotMatch(problem.message, /secret/)
        return true
      },
    )
  })

  it('says that a database is not there', { skip: postgres.skip }, async () => {
    const address = new URL(postgres.at)
    address.pathname = '/wiredesk_is_not_here'
    await assert.rejects(openArchive(address.href, { clock }), { code: 'archive/cannot-open' })
  })
})

onBothEngines('a file that is no archive', (ground) => {
  it('is left as it is', {
    skip: ground.engine === 'postgres' && 'PostgreSQL has no files of ours',
  }, async () => {
    const file = path.join(path.dirname(await ground.newAddress()), 'letter.txt')
    writeFileSync(file, 'Dear editor, '.repeat(1000))
    await assert.rejects(openArchive(file, { clock }), { code: 'archive/damaged' })
  })
})
