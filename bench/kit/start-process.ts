import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface OwnProcess<Ready> {
  /** What the program answered to its order. */
  readonly ready: Ready
  close(): Promise<void>
}

/**
 * Runs a program of `bench/` in a process of its own, so that its work is not counted as ours. It is sent one order,
 * answers once it is ready, and ends when it is disconnected. What ends before is an error.
 */
export async function startProcess<Ready>(program: string, order: object): Promise<OwnProcess<Ready>> {
  const child = fork(path.join(import.meta.dirname, '..', program))
  child.send(order)
  const ended = once(child, 'exit')
  const answer = await Promise.race([once(child, 'message'), ended.then(() => null)])
  if (answer === null) throw new Error(`${program} ended before it was ready.`)
  return {
    ready: answer[0] as Ready,
    async close() {
      child.disconnect()
      await ended
    },
  }
}
