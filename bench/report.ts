import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

/** What a benchmark found: flat names, `room.what.unit`. */
export type Figures = Readonly<Record<string, number>>

/** A figure must not fall under `atLeast` or rise over `atMost`: bench/floors.json, which only ever gets stricter. */
type Floors = Readonly<Record<string, { readonly atLeast?: number; readonly atMost?: number }>>

/**
 * Prints the figures, writes them to the file that `--json FILE` names, and says which break their floors; with
 * `--check` a broken floor ends the process with 1 (after what is still to be done). Floors hold for quality on the data
 * at hand, not for time, which depends on the machine.
 */
export function report(figures: Figures): void {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  for (const [name, figure] of Object.entries(figures)) say(`${name.padEnd(width)}  ${rounded(figure)}`)
  const { json, check } = parseArgs({
    options: { json: { type: 'string' }, check: { type: 'boolean' } },
    strict: false,
  }).values
  if (typeof json === 'string') writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
  for (const broken of brokenFloors(figures)) {
    say(broken)
    if (check === true) process.exitCode = 1
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The measuring data, or null where it is not there; WIREDESK_DATA says where else to look. */
export function dataFile(name: string): string | null {
  const data = process.env.WIREDESK_DATA ?? path.join(import.meta.dirname, '../../shared/data')
  const file = path.join(data, name)
  return existsSync(file) ? file : null
}

function brokenFloors(figures: Figures): readonly string[] {
  const floors = JSON.parse(readFileSync(path.join(import.meta.dirname, 'floors.json'), 'utf8')) as Floors
  return Object.entries(figures).flatMap(([name, figure]) => {
    const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = floors[name] ?? {}
    if (figure < atLeast) return [`${name} is ${rounded(figure)}: its floor is ${atLeast}.`]
    if (figure > atMost) return [`${name} is ${rounded(figure)}: it may be ${atMost} at most.`]
    return []
  })
}

function rounded(figure: number): string {
  return Number.isInteger(figure) ? String(figure) : figure.toPrecision(4)
}
