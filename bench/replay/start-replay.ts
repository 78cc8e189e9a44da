import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface ReplayOrder {
  readonly folder: string
  readonly pages: number
}

export interface ReplayReady {
  /** An HTTP proxy on the loopback that answers for the pages' hosts. */
  readonly proxy: string
  /** One a host, that lists its pages. */
  readonly feeds: readonly string[]
}

export interface Replay extends ReplayReady {
  close(): Promise<void>
}

/** Serves `pages` addresses made of the pages in `folder`, from a process of its own so that its work is not ours. */
export async function startReplay(order: ReplayOrder): Promise<Replay> {
  const child = fork(path.join(import.meta.dirname, 'replay-process.ts'))
  child.send(order)
  const [ready] = (await once(child, 'message')) as [ReplayReady]
  return {
    ...ready,
    async close() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
