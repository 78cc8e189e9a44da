import { type OwnProcess, startProcess } from '../kit/start-process.ts'

export interface ReplayOrder {
  readonly folder: string
  readonly pages: number
}

export interface Replay {
  /** An HTTP proxy on the loopback that answers for the pages' hosts. */
  readonly proxy: string
  /** One a host, that lists its pages. */
  readonly feeds: readonly string[]
}

/** Serves `pages` addresses made of the pages in `folder`. */
export async function startReplay(order: ReplayOrder): Promise<OwnProcess<Replay>> {
  return await startProcess<Replay>('replay/replay-process.ts', order)
}
