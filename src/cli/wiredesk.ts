import { parseArgs } from 'node:util'
import { Problem } from '../model/problem.ts'
import { type Call, type Command, exitCode, parseOptions, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { readConfiguration } from './configuration.ts'
import { explain, globalOptions, overview } from './help.ts'
import { nearestWord } from './nearest-word.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'
import { whenToAskAgain } from './when-to-ask-again.ts'

/** Runs one command line and gives its exit code. Throws nothing but our own mistakes. */
export async function wiredesk(
  words: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    terminal.print(overview(commands, version))
    return name === undefined ? exitCode.usage : exitCode.ok
  }
  if (name === '--version' || name === '-v') {
    terminal.print(version)
    return exitCode.ok
  }
  const wanted = name === 'help' ? (rest[0] ?? '') : name
  const command = commands.find((candidate) => candidate.name === wanted)
  if (command === undefined) {
    const near = nearestWord(
      wanted,
      commands.map((known) => known.name),
    )
    const meant = near === null ? '' : ` Did you mean “${near}”?`
    terminal.say(`There is no command “${wanted}”.${meant} \`wiredesk help\` lists them all.`)
    return exitCode.usage
  }
  if (name === 'help') {
    terminal.print(explain(command))
    return exitCode.ok
  }
  try {
    return await run(command, rest, terminal, environment)
  } catch (error) {
    terminal.progressEnds()
    if (error instanceof UsageError) {
      terminal.say(
        `${error.message}\nUsage: wiredesk ${command.name} ${command.usage}   (more: wiredesk help ${command.name})`,
      )
      return exitCode.usage
    }
    if (error instanceof Problem) {
      terminal.say(`${terminal.style.bad('Problem')} ${error.message}  [${error.code}]`)
      return exitCode.problem
    }
    throw error
  }
}

async function run(
  command: Command,
  words: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values, positionals } = parseWords(command, words)
  if (values.help === true) {
    terminal.print(explain(command))
    return exitCode.ok
  }
  const { min, max } = command.arguments
  if (positionals.length < min) throw new UsageError(`\`wiredesk ${command.name}\` needs ${command.usage}`)
  if (positionals.length > max) throw new UsageError(`One word too many: “${positionals[max]}”.`)
  const text = (option: string): string | undefined => {
    const value = values[option]
    return typeof value === 'string' ? value : undefined
  }
  const configuration = readConfiguration(
    Object.fromEntries(Object.keys(values).map((option) => [camel(option), text(option)])),
    environment,
  )
  const call: Call = {
    terminal,
    configuration,
    arguments: positionals,
    text,
    flag: (option) => values[option] === true,
    count(option, otherwise) {
      const given = text(option)
      if (given === undefined) return otherwise
      if (!/^[1-9]\d{0,8}$/.test(given))
        throw new UsageError(`--${option} takes a whole number from 1, not “${given}”.`)
      return Number(given)
    },
  }
  return await command.run(call).catch((cause) => {
    throw whenToAskAgain(cause, configuration.zone)
  })
}

function parseWords(
  command: Command,
  words: readonly string[],
): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const isDashed = (word: string): boolean =>
    command.takesDashedWords === true && /^-[^-]/.test(word) && word !== '-h'
  try {
    const { values, positionals } = parseArgs({
      args: words.filter((word) => !isDashed(word)),
      options: parseOptions({ ...command.options, ...globalOptions }),
      allowPositionals: true,
    })
    return { values, positionals: [...positionals, ...words.filter(isDashed)] }
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0] ?? '')
  }
}

function camel(option: string): string {
  return option.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}
