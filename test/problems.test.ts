import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'node:test'

const root = path.dirname(import.meta.dirname)

it('explains every problem code of the source in docs/guide/problems.md, and no other', () => {
  const guide = readFileSync(path.join(root, 'docs/guide/problems.md'), 'utf8')
  const explained = [...guide.matchAll(/^\| `([a-z]+\/[a-z-]+)` *\|/gm)].map(([, code]) => code)
  assert.deepEqual([...new Set(explained)], explained, 'each code is explained once')
  assert.deepEqual(codesOfTheSource(), [...explained].sort())
})

/** Every string literal of the form 'room/what' in a file that makes or hands on Problems. */
function codesOfTheSource(): readonly string[] {
  const rooms = readdirSync(path.join(root, 'src'))
  const codes = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(path.join(root, 'src', file), 'utf8').matchAll(/'([a-z]+)\/([a-z]+(?:-[a-z]+)*)'/g),
    ])
    .filter(([, room = '', what]) => rooms.includes(room) && what !== 'index')
    .map(([, room, what]) => `${room}/${what}`)
  return [...new Set(codes)].sort()
}
