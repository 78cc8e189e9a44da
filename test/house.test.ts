import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'

/** Room → the rooms it may import, besides itself. The plan of the house: see ARCHITECTURE.md. */
const plan: Readonly<Record<string, readonly string[]>> = {
  model: [],
  kit: ['model'],
  wire: ['model', 'kit'],
  reader: ['model', 'kit'],
  language: ['model', 'kit'],
  threads: ['model', 'kit'],
  archive: ['model', 'kit'],
  newsroom: ['model', 'kit'],
  web: ['model', 'kit'],
  intake: ['model', 'kit', 'wire', 'reader', 'language', 'threads', 'archive'],
  desk: ['model', 'kit', 'web', 'archive', 'newsroom', 'language'],
  edition: ['model', 'kit', 'web', 'archive', 'newsroom', 'language'],
  api: ['model', 'kit', 'web', 'archive', 'newsroom', 'language'],
  cli: [
    'model',
    'kit',
    'wire',
    'reader',
    'language',
    'threads',
    'archive',
    'intake',
    'newsroom',
    'web',
    'desk',
    'edition',
    'api',
    'demo',
  ],
}

/** Rooms that give values for values: these modules would let the world in. */
const pureRooms = ['model', 'reader', 'language', 'threads', 'newsroom']
const worldly = /^node:(fs|net|http|https|http2|dns|tls|child_process|worker_threads|cluster|dgram|os|timers)/

const src = path.join(path.dirname(import.meta.dirname), 'src')

interface Import {
  readonly file: string
  readonly room: string
  readonly to: string
}

describe('the house', () => {
  const imports = importsOf(src)

  it('has only the rooms of the plan', () => {
    const rooms = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    assert.deepEqual(
      rooms.filter((room) => plan[room] === undefined),
      [],
    )
  })

  it('lets a room import only the rooms that it may', () => {
    assert.ok(imports.length > 100, 'the imports of the house were read')
    const trespasses = imports.flatMap(({ file, room, to }) => {
      if (!to.startsWith('.')) return []
      const target = roomAt(path.resolve(src, path.dirname(file), to))
      if (target === room || plan[room]?.includes(target)) return []
      return [`${file} imports ${to}, but ${room} may import only ${plan[room]?.join(', ') || 'nothing'}.`]
    })
    assert.deepEqual(trespasses, [])
  })

  it('keeps the world out of the rooms that take values and give values', () => {
    const leaks = imports
      .filter(({ room, to, file }) => pureRooms.includes(room) && worldly.test(to) && !isLoader(file))
      .map(({ file, to }) => `${file} imports ${to}, but takes values and gives values.`)
    assert.deepEqual(leaks, [])
  })

  it('speaks SQL only in the archive', () => {
    const speakers = imports
      .filter(({ room, to }) => room !== 'archive' && /^(kysely|pg|libsql|node:sqlite)/.test(to))
      .map(({ file, to }) => `${file} imports ${to}, but only the archive speaks SQL.`)
    assert.deepEqual(speakers, [])
  })

  it('is enforced by the linter with the same plan', () => {
    const biome = JSON.parse(readFileSync(path.join(src, '../biome.json'), 'utf8')) as {
      readonly overrides: readonly {
        readonly includes: readonly string[]
        readonly linter: {
          readonly rules: {
            readonly style?: {
              readonly noRestrictedImports?: {
                readonly options: { readonly patterns: readonly { readonly group: readonly string[] }[] }
              }
            }
          }
        }
      }[]
    }
    for (const [room, may] of Object.entries(plan)) {
      const forbidden = Object.keys(plan).filter((other) => other !== room && !may.includes(other))
      const override = biome.overrides.find(
        ({ includes }) => includes.length === 1 && includes[0] === `src/${room}/**`,
      )
      const groups =
        override?.linter.rules.style?.noRestrictedImports?.options.patterns.flatMap(({ group }) => group) ??
        []
      assert.deepEqual(
        [...groups].sort(),
        forbidden.map((other) => `../**/${other}/**`).sort(),
        `biome.json, override for src/${room}/**`,
      )
    }
  })
})

/** The room that a file stands in; the demo world stands beside the house. */
function roomAt(file: string): string {
  const [first = '', second = ''] = path.relative(src, file).split(path.sep)
  return first === '..' ? second : first
}

/** Data tables stand in files beside their one typed loader, which reads them once at import. */
function isLoader(file: string): boolean {
  return /\/data\/[a-z-]+\.ts$/.test(file)
}

function importsOf(folder: string): readonly Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      const found = text.matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
      )
      return [...found].map((match) => ({
        file,
        room: file.split(path.sep)[0] ?? '',
        to: match[1] ?? match[2] ?? '',
      }))
    })
}
