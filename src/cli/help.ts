import type { Command, Option } from './command.ts'

export const globalOptions: Readonly<Record<string, Option>> = {
  home: {
    type: 'string',
    value: 'DIR',
    help: 'where everything is kept (WIREDESK_HOME, by default ~/.wiredesk)',
  },
  database: {
    type: 'string',
    value: 'ADDRESS',
    help: 'a file or postgres://… (WIREDESK_DATABASE, by default HOME/archive.db)',
  },
  help: { type: 'boolean', short: 'h', help: 'explain the command' },
}

/** The first thing a newcomer sees. */
export function overview(commands: readonly Command[], version: string): string {
  return [
    `Wiredesk ${version}: a self-hosted news desk, from wire to page.`,
    '',
    'Usage: wiredesk COMMAND [ARGUMENTS] [OPTIONS]',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'New here?       wiredesk demo            an invented world of news, alive in your browser',
    'Then            wiredesk start           your own desk; add sources by pasting home pages',
    'About a command wiredesk help COMMAND',
  ].join('\n')
}

export function explain(command: Command): string {
  return [
    `Usage: wiredesk ${[command.name, command.usage].filter((part) => part !== '').join(' ')} [OPTIONS]`,
    '',
    command.help.trim(),
    '',
    'Options:',
    ...columns(
      Object.entries({ ...command.options, ...globalOptions }).map(([name, option]) => [
        optionName(name, option),
        option.help,
      ]),
    ),
    '',
    'Exit codes: 0 done, 1 a problem (named with its code), 2 called wrongly, 3 nothing found.',
  ].join('\n')
}

/** Left column padded to its widest cell. */
export function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

function optionName(name: string, option: Option): string {
  const value = option.type === 'string' ? ` ${option.value ?? 'TEXT'}` : ''
  return `${option.short === undefined ? '' : `-${option.short}, `}--${name}${value}`
}
