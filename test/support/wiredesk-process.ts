import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The `wiredesk` command, to be run in processes of its own. */
export interface WiredeskProgram {
  /** Settings by their environment variables, over those of every run. Resolves once it is at work. */
  start(words: readonly string[], settings: Readonly<Record<string, string>>): Promise<WiredeskProcess>
  close(): void
}

export interface WiredeskProcess {
  /** Where it serves the desk, or null. */
  readonly address: string | null
  /** All that it has written to standard error. */
  said(): string
  /** SIGKILL: it ends where it stands. */
  kill(): Promise<void>
  /** SIGTERM, as a service manager ends it. Resolves with its exit code. */
  end(): Promise<number | null>
}

const root = path.join(import.meta.dirname, '../..')
const quiet = { WIREDESK_ALLOW: '*.localhost', WIREDESK_PORT: '0', WIREDESK_LOG_FORMAT: 'json' }

/**
 * What was built, in a copy of its own, so that a build meanwhile disturbs no run; where nothing was built, the source.
 */
export function copyProgram(): WiredeskProgram {
  const folder = mkdtempSync(path.join(tmpdir(), 'wiredesk-program-'))
  const isBuilt = existsSync(path.join(root, 'dist/src/cli/main.js'))
  if (isBuilt) {
    cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true })
    cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'))
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  }
  const program = isBuilt
    ? [path.join(folder, 'dist/src/cli/main.js')]
    : ['--import', import.meta.resolve('tsx'), path.join(root, 'src/cli/main.ts')]
  return {
    async start(words, settings) {
      const child = spawn(process.execPath, [...program, ...words], {
        env: { ...process.env, ...quiet, WIREDESK_HOME: folder, ...settings },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const said = await saidUntil(child, /The desk is at \S+ |"roles":\["(?:collect|read)"\]/)
      return {
        address: /The desk is at (\S+)/.exec(said())?.[1] ?? null,
        said,
        kill: async () => void (await ended(child, 'SIGKILL')),
        end: () => ended(child, 'SIGTERM'),
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What it says from then on is kept too. A process that ends before is an error. */
async function saidUntil(child: ChildProcess, pattern: RegExp): Promise<() => string> {
  let text = ''
  const ending = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (pattern.test(text)) resolve()
    })
    ending.then(() => reject(new Error(`wiredesk ended before it was at work: ${text}`)), reject)
  })
  return () => text
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return child.exitCode
}
