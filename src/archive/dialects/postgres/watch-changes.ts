import pg from 'pg'
import { clientConfig } from './postgres-pool.ts'

export const changesChannel = 'wiredesk_changes'

const longestPauseMs = 10_000

/**
 * Calls `poke` for every notification, and after every new connection, since what was announced while there was none is
 * lost. Connects again for as long as it is watched.
 */
export function watchChanges(address: string, poke: () => void): () => void {
  let stopped = false
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let failures = 0

  function connect(): void {
    const connecting = new pg.Client(clientConfig(address))
    client = connecting
    // 'end' always follows, and is where the next try is made.
    connecting.on('error', () => {})
    connecting.on('end', () => again(connecting))
    connecting.on('notification', poke)
    connecting
      .connect()
      .then(() => connecting.query(`listen ${changesChannel}`))
      .then(() => {
        failures = 0
        poke()
      })
      .catch(() => {
        connecting.end().catch(() => {})
        again(connecting)
      })
  }

  function again(ended: pg.Client): void {
    if (stopped || client !== ended) return
    client = null
    failures += 1
    timer = setTimeout(connect, Math.min(100 * 2 ** failures, longestPauseMs))
  }

  connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    client?.end().catch(() => {})
  }
}
