import type { Logger } from '../kit/log.ts'

/** Claims work and does it, so many pieces at once, whenever it is woken and at least twice a second. */
export interface WorkLoop {
  /** There may be more to claim. */
  wake(): void
  /** Claims nothing any more; resolves when what is in hand has ended. */
  stop(): Promise<void>
  /** Nothing in hand, and nothing found by a claim that began after this call. */
  rest(): Promise<void>
  inHand(): number
}

export interface WorkLoopOptions<Item> {
  readonly name: string
  readonly atOnce: number
  /** Leases up to so many pieces for this process. */
  claim(limit: number): Promise<readonly Item[]>
  /** What two claims of one piece have in common: claimed again while in hand, its lease is longer and nothing else. */
  idOf(item: Item): number
  /** Holds the leases of the pieces in hand for longer, so that a short lease does for long work. */
  renew(ids: readonly number[]): Promise<void>
  readonly renewEveryMs: number
  /** Ends the claim one way or another. What it throws is logged, and the piece comes back when its lease lapses. */
  work(item: Item): Promise<void>
  readonly logger: Logger
  /** How long work queued by another process may lie unseen. */
  readonly lookEveryMs?: number
}

const defaultLookEveryMs = 400
/** Claims are transactions: pieces that end together are replaced by one claim. */
const gatherMs = 10
const afterTroubleMs = 2000

export function startWorkLoop<Item>(options: WorkLoopOptions<Item>): WorkLoop {
  const { atOnce, logger, lookEveryMs = defaultLookEveryMs } = options
  const inHand = new Map<number, Promise<void>>()
  let alarm: (() => void) | null = null
  let isWoken = false
  let isStopped = false
  let claims = 0
  const atRest: (() => void)[] = []
  const renewal = setInterval(renewLeases, options.renewEveryMs)
  const running = run()

  return {
    wake,
    async stop() {
      isStopped = true
      wake()
      await running
      await Promise.all(inHand.values())
      clearInterval(renewal)
      for (const resolve of atRest.splice(0)) resolve()
    },
    async rest() {
      if (isStopped) return
      const begun = claims
      while (!isStopped) {
        await new Promise<void>((resolve) => {
          atRest.push(resolve)
          wake()
        })
        // The claim under way at the time of the call may have looked too early.
        if (claims > begun) return
      }
    },
    inHand: () => inHand.size,
  }

  function renewLeases(): void {
    if (inHand.size === 0) return
    options.renew([...inHand.keys()]).catch((err: unknown) => {
      logger.error({ err, loop: options.name }, 'intake: leases could not be renewed')
    })
  }

  function wake(): void {
    isWoken = true
    alarm?.()
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      isWoken = false
      const claimed = await claimSome()
      if (isStopped) {
        // Claimed while being stopped: done all the same, since it is leased to us.
        for (const item of claimed ?? []) take(item)
        return
      }
      for (const item of claimed ?? []) take(item)
      if (claimed?.length === 0 && inHand.size === 0) for (const resolve of atRest.splice(0)) resolve()
      await pause(claimed === null ? afterTroubleMs : claimed.length > 0 ? gatherMs : 0)
    }
  }

  /** Null when the archive could not be asked. */
  async function claimSome(): Promise<readonly Item[] | null> {
    const free = atOnce - inHand.size
    if (free <= 0) return []
    try {
      claims += 1
      const items = await options.claim(free)
      return items.filter((item) => !inHand.has(options.idOf(item)))
    } catch (err) {
      logger.error({ err, loop: options.name }, 'intake: work could not be claimed')
      return null
    }
  }

  function take(item: Item): void {
    const id = options.idOf(item)
    const done = options
      .work(item)
      .catch((err: unknown) => {
        logger.error({ err, loop: options.name, id }, 'intake: a piece of work could not be ended')
      })
      .finally(() => {
        inHand.delete(id)
        wake()
      })
    inHand.set(id, done)
  }

  /** At least `ms`, then until it is woken or it is time to look. */
  async function pause(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, () => isStopped)
    if (isWoken) return
    await sleep(lookEveryMs, () => isWoken)
  }

  function sleep(ms: number, isOver: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        alarm = null
        resolve()
      }
      const timer = setTimeout(end, ms)
      alarm = () => {
        if (isOver()) end()
      }
      alarm()
    })
  }
}
