import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text as readAll, buffer as readAllBytes } from 'node:stream/consumers'

/** Where a command reads and writes: data on standard output, everything said to a person on standard error. */
export interface Terminal {
  print(line: string): void
  say(line: string): void
  /** A progress line, rewritten in place; nothing where nobody watches. */
  progress(label: string, done: number, total: number | null): void
  progressEnds(): void
  /** Asks for a secret without showing it; null where nobody can answer. */
  askSecret(question: string): Promise<string | null>
  readInput(): Promise<string>
  /** The same before it is decoded: a page may be in any encoding. */
  readBytes(): Promise<Uint8Array>
  readonly isWatched: boolean
  /** How many characters a line of standard output holds. */
  readonly columns: number
  readonly style: {
    bold(text: string): string
    faint(text: string): string
    good(text: string): string
    bad(text: string): string
  }
}

export function processTerminal(): Terminal {
  const isWatched = process.stderr.isTTY === true
  const coloured = isWatched && process.stdout.isTTY === true && process.env.NO_COLOR === undefined
  const styled = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text)
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    progress(label, done, total) {
      if (isWatched) process.stderr.write(`\r\u001b[K${progressLine(label, done, total)}`)
    },
    progressEnds() {
      if (isWatched) process.stderr.write('\r\u001b[K')
    },
    askSecret,
    readInput: () => readAll(process.stdin),
    readBytes: () => readAllBytes(process.stdin),
    isWatched,
    columns: process.stdout.columns ?? 100,
    style: { bold: styled(1), faint: styled(2), good: styled(32), bad: styled(31) },
  }
}

/** `articles  [█████·····]  50%  500 of 1000`, or a bare count while the total is unknown. */
export function progressLine(label: string, done: number, total: number | null): string {
  if (total === null || total === 0) return `${label}  ${done}`
  const share = Math.min(1, done / total)
  const filled = Math.round(share * 20)
  return `${label}  [${'█'.repeat(filled)}${'·'.repeat(20 - filled)}] ${String(Math.floor(share * 100)).padStart(3)}%  ${done} of ${total}`
}

async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  // The reader takes Ctrl-C for itself: what it means anywhere else, it means here.
  reader.once('SIGINT', () => {
    reader.close()
    process.stderr.write('\n')
    process.kill(process.pid, 'SIGINT')
  })
  const answer = await reader.question('')
  reader.close()
  process.stderr.write('\n')
  return answer
}
