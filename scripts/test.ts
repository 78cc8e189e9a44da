/**
 * Runs every `*.test.ts(x)` under src, test, demo and bench in this one process, or those whose path contains
 * one of the arguments. A run that matches no file fails.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.dirname(import.meta.dirname)
const wanted = process.argv.slice(2)
const files = ['src', 'test', 'demo', 'bench']
  .flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(room, name),
    ),
  )
  .filter((name) => /\.test\.tsx?$/.test(name))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()

if (files.length === 0) {
  process.stderr.write(`No test file matches ${wanted.join(', ') || 'anything'}.\n`)
  process.exit(1)
}
for (const file of files) await import(pathToFileURL(path.join(root, file)).href)
