import type { ChangeFeed, LiveChange } from './change-feed.ts'

/** One open page. */
export interface LiveReader {
  readonly stream: ReadableStream<Uint8Array>
  readonly openedAt: number
  readonly tell: (changes: readonly LiveChange[]) => void
  /** Shows that the line is alive and how far it has come; `last` ends it. */
  readonly beat: (last: boolean) => void
  readonly end: () => void
}

/** A reader that leaves this much unread is let go: it comes back and catches up. */
const mostUnreadBytes = 256 * 1024
const mostMissed = 500

export function openReader(options: {
  readonly changes: ChangeFeed
  readonly kinds: ReadonlySet<string>
  readonly after: number | null
  readonly onError: (error: unknown) => void
  readonly onEnd: () => void
}): LiveReader {
  const { changes, kinds } = options
  const encoder = new TextEncoder()
  let sent = options.after ?? 0
  /** What happens while it catches up; null once it has. */
  let waiting: LiveChange[] | null = []
  let open = true
  let controller: ReadableStreamDefaultController<Uint8Array>

  const stream = new ReadableStream<Uint8Array>(
    {
      start(made) {
        controller = made
        write('retry: 2000\n\n')
        catchUp().catch((error: unknown) => {
          options.onError(error)
          end()
        })
      },
      cancel() {
        end()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostUnreadBytes }),
  )

  async function catchUp(): Promise<void> {
    if (options.after === null) sent = await changes.latestSeq()
    else {
      const missed = await changes.since(sent, mostMissed)
      if (missed.length === mostMissed) {
        sent = await changes.latestSeq()
        write(`id: ${sent}\nevent: behind\ndata: {}\n\n`)
      } else send(missed)
    }
    const meanwhile = waiting ?? []
    waiting = null
    send(meanwhile)
  }

  function send(batch: readonly LiveChange[]): void {
    const fresh = batch.filter(({ seq }) => seq > sent)
    sent = fresh.at(-1)?.seq ?? sent
    const wanted = fresh.filter(({ kind }) => kinds.has(kind))
    if (wanted.length > 0)
      write(
        `id: ${sent}\nevent: changes\ndata: ${JSON.stringify(wanted.map(({ kind, id }) => ({ kind, id })))}\n\n`,
      )
  }

  function write(text: string): void {
    if (!open) return
    if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text))
    else end()
  }

  function end(): void {
    if (!open) return
    open = false
    options.onEnd()
    try {
      controller.close()
    } catch {
      // The browser went away first: the stream is cancelled already.
    }
  }

  return {
    stream,
    openedAt: performance.now(),
    tell(batch) {
      if (waiting === null) send(batch)
      else waiting.push(...batch)
    },
    beat(last) {
      if (waiting === null) write(`id: ${sent}\nevent: beat\ndata: {}\n\n`)
      if (last) end()
    },
    end,
  }
}
