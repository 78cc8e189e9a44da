import type { ParseArgsConfig } from 'node:util'
import type { Configuration } from './configuration.ts'
import type { Terminal } from './terminal.ts'

/** What scripts can tell apart. */
export const exitCode = { ok: 0, problem: 1, usage: 2, nothingFound: 3 } as const

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in help: `--limit N`. */
  readonly value?: string
  readonly help: string
}

export interface Command {
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  /** After the name: `ADDRESS...`. */
  readonly usage: string
  /** A paragraph or two and examples, for `wiredesk help NAME`. */
  readonly help: string
  readonly options: Readonly<Record<string, Option>>
  /** How many arguments it takes. */
  readonly arguments: { readonly min: number; readonly max: number }
  /** Whether a word such as `-учения` is an argument, as in a query, and no option. */
  readonly takesDashedWords?: boolean
  run(call: Call): Promise<number>
}

export interface Call {
  readonly terminal: Terminal
  readonly configuration: Configuration
  readonly arguments: readonly string[]
  /** Texts given with options; undefined when not given. */
  text(option: string): string | undefined
  /** Whether a flag was given. */
  flag(option: string): boolean
  /** A whole number given with an option, at least 1, else UsageError. */
  count(option: string, otherwise: number): number
}

/** The command was called wrongly: shown with a pointer to its help, exit code 2. */
export class UsageError extends Error {}

/** For commands that print data. */
export const jsonOption: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', help: 'print JSON for programs instead of text for people' },
}

export function parseOptions(
  options: Readonly<Record<string, Option>>,
): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  )
}
