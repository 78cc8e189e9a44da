import { fork } from 'node:child_process'
import path from 'node:path'
import type { SetName } from './load-pages.ts'
import type { Told } from './reader-process.ts'

/** Runs a reader over the sets in a process of its own; null when it does not start or does not come through. */
export async function measureApart(reader: string, sets: readonly SetName[]): Promise<Told | null> {
  const child = fork(path.join(import.meta.dirname, 'reader-process.ts'), [reader, ...sets], {
    execArgv: [...process.execArgv],
    // Peers write what they make of a page's styles and scripts.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return await new Promise((resolve) => {
    let told: Told | null = null
    child.on('message', (message) => {
      told = message as Told
    })
    child.on('exit', () => resolve(told))
  })
}
