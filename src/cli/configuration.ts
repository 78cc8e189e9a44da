import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { LogLevel } from '../kit/log.ts'
import { Problem } from '../model/problem.ts'
import { archiveName } from './archive-name.ts'

const zone = z.string().refine(isZone, 'is not an IANA time zone such as Asia/Almaty')
const list = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
])
const checkTimes = z
  .union([z.array(z.number()), list.transform((times) => times.map(Number))])
  .refine(isRising, 'is not a list of rising minutes such as 5, 20, 60')
/** A file's path, or PostgreSQL's address; `mysql://…` and `postgres:…` would otherwise be odd names of files. */
const database = z
  .string()
  .refine(
    (address) => !/^[a-z][a-z0-9+.-]+:/i.test(address) || /^postgres(ql)?:\/\//.test(address),
    'is neither the path of a file nor postgres://user@host/name',
  )
  .refine(
    (address) => !/^postgres(ql)?:\/\//.test(address) || URL.canParse(address),
    'cannot be read as an address: in a name or password write / as %2F, # as %23, @ as %40',
  )
const days = z.union(
  [z.literal('forever').transform(() => null), z.coerce.number().int().positive()],
  'is neither a whole number of days from 1 nor “forever”',
)

/** Every setting, its default, and the words that describe it. */
const settings = {
  database: [
    database.optional(),
    'a file (SQLite) or postgres://… ; by default archive.db in the home folder',
  ],
  host: [z.string().default('127.0.0.1'), 'the address that the desk listens on'],
  port: [
    z.coerce.number().int().min(0).max(65535).default(7300),
    'the port that the desk listens on; 0 takes any free one',
  ],
  https: [
    z.stringbool().or(z.boolean()).default(false),
    'true when readers reach the desk over HTTPS, so that cookies are sent over nothing else',
  ],
  behindProxy: [
    z.stringbool().or(z.boolean()).default(false),
    'true when every request comes through a reverse proxy of yours that sets X-Forwarded-For',
  ],
  zone: [
    zone.default(Intl.DateTimeFormat().resolvedOptions().timeZone),
    'the newsroom’s time zone; by default the machine’s',
  ],
  proxy: [z.string().optional(), 'fetch through http://, https:// or socks5:// proxy'],
  allow: [list.default([]), 'hosts, *.suffixes, IPs and CIDRs that may be fetched although they are private'],
  contact: [z.string().default(''), 'an address put in the user agent, so that sites can reach you'],
  hostGapSeconds: [z.coerce.number().min(0).default(1), 'seconds between two requests to one host'],
  minPollSeconds: [z.coerce.number().min(1).default(60), 'the shortest time between two polls of a source'],
  maxPollSeconds: [
    z.coerce.number().min(60).default(86_400),
    'the longest time between two polls of a source',
  ],
  readers: [
    z.coerce.number().int().min(1).max(64).optional(),
    'worker threads that read pages; by default one fewer than the cores, and two at least',
  ],
  checkMinutes: [
    checkTimes.default([5, 20, 60, 180, 720, 1440, 4320]),
    'when an article is looked at again for changes: minutes after it was filed, rising',
  ],
  leaseSeconds: [
    z.coerce.number().min(0.1).default(15),
    'how long work in hand waits when the process that had it is gone',
  ],
  captureDays: [days.default(30), 'days that the bytes of fetched pages are kept, or forever'],
  articleDays: [days.default(null), 'days that articles are kept, or forever'],
  setAsideDays: [days.default(90), 'days that jobs which were set aside are kept, or forever'],
  log: [z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), 'how much is logged'],
  logFormat: [z.enum(['json', 'text']).optional(), 'json or text; by default text where a person watches'],
} as const satisfies Readonly<Record<string, readonly [z.ZodType, string]>>

export interface Configuration {
  /** Where everything of this desk is kept: an absolute path. */
  readonly home: string
  /** A file path or postgres://… */
  readonly database: string
  readonly host: string
  readonly port: number
  readonly https: boolean
  readonly behindProxy: boolean
  /** IANA time zone. */
  readonly zone: string
  readonly proxy?: string | undefined
  readonly allow: readonly string[]
  readonly contact: string
  readonly hostGapSeconds: number
  readonly minPollSeconds: number
  readonly maxPollSeconds: number
  readonly readers?: number | undefined
  readonly checkMinutes: readonly number[]
  readonly leaseSeconds: number
  /** null keeps them forever. */
  readonly captureDays: number | null
  readonly articleDays: number | null
  readonly setAsideDays: number | null
  readonly log: LogLevel
  readonly logFormat?: 'json' | 'text' | undefined
}

/** For the guide: each setting by its name in wiredesk.json, its environment variable and what it does. */
export const settingHelp: readonly {
  readonly name: string
  readonly variable: string
  readonly help: string
}[] = Object.entries(settings).map(([name, [, help]]) => ({ name, variable: variable(name), help }))

/**
 * Settings, each from the first place that names it: the command's options, the environment (`WIREDESK_HOST_GAP_SECONDS`),
 * HOME/wiredesk.json (`hostGapSeconds`), the default. A bad one is a Problem that names the place and the setting.
 */
export function readConfiguration(
  options: Readonly<Record<string, string | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const home = path.resolve(options.home ?? environment.WIREDESK_HOME ?? path.join(homedir(), '.wiredesk'))
  const file = path.join(home, 'wiredesk.json')
  const written = existsSync(file) ? readFile(file) : {}
  const unknown = Object.keys(written).filter((name) => !(name in settings))
  if (unknown.length > 0) {
    throw new Problem(
      'cli/configuration',
      `${file}: ${unknown.join(', ')} is not a setting. Known: ${Object.keys(settings).join(', ')}.`,
    )
  }
  const values = Object.entries(settings).map(([name, [type]]) => {
    const [value, place] = firstNamed([
      [options[name], `--${kebab(name)}`],
      [environment[variable(name)], variable(name)],
      [written[name], `${file}, ${name}`],
    ])
    const parsed = type.safeParse(value)
    if (!parsed.success) {
      throw new Problem(
        'cli/configuration',
        `${place} is ${archiveName(JSON.stringify(value) ?? '')}: ${parsed.error.issues.map(inWords).join('; ')}.`,
      )
    }
    return [name, parsed.data]
  })
  const parsed = Object.fromEntries(values) as Omit<Configuration, 'home' | 'database'> & {
    readonly database?: string
  }
  return { ...parsed, home, database: parsed.database ?? path.join(home, 'archive.db') }
}

/** The environment variable of a setting: `hostGapSeconds` → `WIREDESK_HOST_GAP_SECONDS`. */
export function variable(name: string): string {
  return `WIREDESK_${kebab(name).replaceAll('-', '_').toUpperCase()}`
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function firstNamed(places: readonly (readonly [unknown, string])[]): readonly [unknown, string] {
  return places.find(([value]) => value !== undefined) ?? [undefined, 'default']
}

function readFile(file: string): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Problem('cli/configuration', `${file} is not a JSON object: ${(cause as Error).message}`, {
      cause,
    })
  }
}

function isRising(times: readonly number[]): boolean {
  return times.every((minutes, index) => minutes > (times[index - 1] ?? 0))
}

function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function inWords(issue: z.core.$ZodIssue): string {
  const isNumber = issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected)
  return isNumber ? 'is not a number' : issue.message
}
