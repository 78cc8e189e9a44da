import { Problem } from '../../model/problem.ts'
import type { ChangeFeed } from './change-feed.ts'
import { type LiveReader, openReader } from './live-reader.ts'

export interface LiveHub {
  /**
   * A stream of server-sent events (WHATWG HTML §9.2) for one open page: what it missed since `after`, then what
   * happens, each change once and in order; `event: behind` when it missed too much to be told. It ends with
   * `signal`, when the page is too slow to read, and after a quarter of an hour, so that an ended session ends it too:
   * the browser comes back by itself. Problem 'web/too-many-readers' beyond the limit.
   */
  open(reader: {
    readonly after: number | null
    readonly kinds: ReadonlySet<string>
    readonly signal: AbortSignal
  }): ReadableStream<Uint8Array>
  readonly readers: number
}

export interface LiveHubOptions {
  readonly changes: ChangeFeed
  readonly onError: (error: unknown) => void
  readonly mostReaders?: number
  readonly heartbeatMs?: number
  readonly longestMs?: number
}

/** One ear on the archive for all open pages; none while no page is open. */
export function createLiveHub({
  changes,
  onError,
  mostReaders = 500,
  heartbeatMs = 20_000,
  longestMs = 15 * 60_000,
}: LiveHubOptions): LiveHub {
  const readers = new Set<LiveReader>()
  let rest = (): void => {}

  function wake(): void {
    const stopListening = changes.listen((batch) => {
      for (const reader of readers) reader.tell(batch)
    })
    const heartbeat = setInterval(() => {
      const now = performance.now()
      for (const reader of readers) reader.beat(now - reader.openedAt > longestMs)
    }, heartbeatMs)
    rest = () => {
      stopListening()
      clearInterval(heartbeat)
    }
  }

  return {
    open({ after, kinds, signal }) {
      if (readers.size >= mostReaders)
        throw new Problem('web/too-many-readers', `${mostReaders} pages are being kept up to date already.`, {
          values: { count: mostReaders },
        })
      const reader = openReader({
        changes,
        kinds,
        after,
        onError,
        onEnd() {
          signal.removeEventListener('abort', reader.end)
          if (readers.delete(reader) && readers.size === 0) rest()
        },
      })
      if (readers.size === 0) wake()
      readers.add(reader)
      signal.addEventListener('abort', reader.end)
      return reader.stream
    },
    get readers() {
      return readers.size
    },
  }
}
