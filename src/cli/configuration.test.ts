import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { readConfiguration, settingHelp } from './configuration.ts'

describe('readConfiguration', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'wiredesk-home-'))
  after(() => rmSync(home, { recursive: true }))

  it('has a default for every setting and keeps the archive in the home folder', () => {
    const configuration = readConfiguration({ home }, {})
    assert.equal(configuration.database, path.join(home, 'archive.db'))
    assert.equal(configuration.host, '127.0.0.1')
    assert.equal(configuration.articleDays, null)
  })

  it('prefers the option to the variable, the variable to the file, the file to the default', () => {
    writeFileSync(
      path.join(home, 'wiredesk.json'),
      JSON.stringify({ port: 1, hostGapSeconds: 1.5, contact: 'file' }),
    )
    const configuration = readConfiguration(
      { home, port: '3' },
      { WIREDESK_PORT: '2', WIREDESK_CONTACT: 'variable' },
    )
    assert.deepEqual(
      [configuration.port, configuration.contact, configuration.hostGapSeconds, configuration.maxPollSeconds],
      [3, 'variable', 1.5, 86_400],
    )
  })

  it('reads lists, flags and “forever” as people write them', () => {
    const environment = {
      WIREDESK_ALLOW: '10.0.0.0/8, *.localhost',
      WIREDESK_HTTPS: 'true',
      WIREDESK_CAPTURE_DAYS: 'forever',
      WIREDESK_CHECK_MINUTES: '0.5, 10 60',
    }
    const { allow, https, captureDays, checkMinutes } = readConfiguration({ home }, environment)
    assert.deepEqual([allow, https, captureDays], [['10.0.0.0/8', '*.localhost'], true, null])
    assert.deepEqual(checkMinutes, [0.5, 10, 60])
  })

  const bad = [
    ['an option', { home, port: 'seven' }, {}, /--port is "seven"/],
    ['a list that does not rise', { home }, { WIREDESK_CHECK_MINUTES: '20 5' }, /CHECK_MINUTES.*rising/],
    [
      'a database of another kind',
      { home, database: 'mysql://desk@db.example/desk' },
      {},
      /neither the path of a file nor postgres:\/\//,
    ],
    [
      'half of an address',
      { home, database: 'postgres:desk' },
      {},
      /neither the path of a file nor postgres:\/\//,
    ],
    [
      'an address that cannot be read, without its password',
      { home, database: 'postgres://desk:se#cret@db.example/desk' },
      {},
      /^(?!.*cret).*cannot be read as an address/,
    ],
    ['days that are none', { home }, { WIREDESK_ARTICLE_DAYS: 'ten' }, /“forever”/],
    ['no days at all', { home }, { WIREDESK_CAPTURE_DAYS: '0' }, /“forever”|too small/i],
    ['a word for a number', { home, port: 'abc' }, {}, /--port is "abc": is not a number/],
    ['a variable', { home }, { WIREDESK_ZONE: 'Mars/Olympus' }, /WIREDESK_ZONE is "Mars\/Olympus".*IANA/],
  ] as const
  for (const [what, options, environment, message] of bad) {
    it(`names ${what} that is not fit`, () => {
      assert.throws(() => readConfiguration(options, environment), { code: 'cli/configuration', message })
    })
  }

  it('names a setting of the file that is not one', () => {
    writeFileSync(path.join(home, 'wiredesk.json'), '{"prot": 80}')
    assert.throws(() => readConfiguration({ home }, {}), {
      code: 'cli/configuration',
      message: /prot is not a setting/,
    })
    writeFileSync(path.join(home, 'wiredesk.json'), 'port: 80')
    assert.throws(() => readConfiguration({ home }, {}), {
      code: 'cli/configuration',
      message: /not a JSON object/,
    })
  })

  it('is explained in the guide, setting by setting', async () => {
    const { readFile } = await import('node:fs/promises')
    const guide = await readFile(new URL('../../docs/guide/running.md', import.meta.url), 'utf8')
    const missing = settingHelp.filter(
      ({ name, variable }) => !guide.includes(`\`${name}\``) || !guide.includes(`\`${variable}\``),
    )
    assert.deepEqual(missing, [])
  })
})
