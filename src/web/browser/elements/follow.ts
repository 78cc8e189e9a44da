export interface LiveChange {
  readonly kind: string
  readonly id: number
}

export type LiveState = 'live' | 'away' | 'stopped'

/**
 * Tells of every change of these kinds since `after`, while the page is seen: a page in a hidden tab gives its
 * connection back (browsers allow six a site) and catches up when it is looked at again. Returns how to stop.
 */
export function follow(options: {
  readonly kinds: readonly string[]
  readonly after: string
  readonly onChanges: (changes: readonly LiveChange[]) => void
  readonly onBehind: () => void
  /** `away` comes back by itself; `stopped` does not: the session is over, or the server is full. */
  readonly onState?: (state: LiveState) => void
}): () => void {
  let after = options.after
  let stream: EventSource | null = null

  const keep = (event: MessageEvent<string>): void => {
    after = event.lastEventId || after
  }
  const open = (): void => {
    const opened = new EventSource(`/live?kinds=${options.kinds.join(',')}&after=${after}`)
    stream = opened
    opened.addEventListener('open', () => options.onState?.('live'))
    opened.addEventListener('error', () =>
      options.onState?.(opened.readyState === EventSource.CLOSED ? 'stopped' : 'away'),
    )
    stream.addEventListener('beat', keep)
    stream.addEventListener('changes', (event: MessageEvent<string>) => {
      keep(event)
      options.onChanges(JSON.parse(event.data) as LiveChange[])
    })
    stream.addEventListener('behind', (event: MessageEvent<string>) => {
      keep(event)
      options.onBehind()
    })
  }
  const close = (): void => {
    stream?.close()
    stream = null
  }
  const seen = (): void => {
    if (document.visibilityState === 'hidden') close()
    else if (stream === null || stream.readyState === EventSource.CLOSED) open()
  }

  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', seen)
  seen()
  return () => {
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('pagehide', close)
    window.removeEventListener('pageshow', seen)
    close()
  }
}
