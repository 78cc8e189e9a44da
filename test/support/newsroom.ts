import { setTimeout as wait } from 'node:timers/promises'
import { type DemoWorld, startDemoWorld } from '../../demo/world.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { createReaderPool } from '../../src/intake/read/reader-pool.ts'
import { startIntake } from '../../src/intake/start-intake.ts'
import { createLogger } from '../../src/kit/log.ts'
import { type DeskServer, serveDesk } from './desk-server.ts'

/** The demo world, an intake and a desk over one archive, on one clock that only the test moves. */
export interface Newsroom {
  readonly world: DemoWorld
  readonly desk: DeskServer
  readonly archive: Archive
  /** Lets time pass, as the world's hour counts it, and does all the work that is due then. */
  pass(storyMinutes: number): Promise<void>
  /** Does all the work that is due now, and lets time pass while it has to wait for a host. */
  work(): Promise<void>
  close(): Promise<void>
}

/** Story minutes pass at twelve in one: the hour takes five. */
const speed = 12

export async function openNewsroom(): Promise<Newsroom> {
  const logger = createLogger({ level: 'silent', format: 'json' })
  const desk = await serveDesk()
  const clock = (): number => desk.clock.now
  const chance = (): number => 0.5
  const world = await startDemoWorld({ clock, speed, seed: 1, slowMilliseconds: [5, 20] })
  const pool = createReaderPool({ size: 1, limitMs: 20_000, logger })

  async function work(): Promise<void> {
    const intake = startIntake({
      archive: desk.archive,
      clock,
      chance,
      logger,
      pool,
      roles: ['collect', 'read'],
      fetcher: {
        clock,
        chance,
        userAgent: 'WiredeskTest/1.0',
        allowAddresses: ['*.localhost'],
        proxy: null,
        hostGapSeconds: 0,
      },
      config: { minPollSeconds: 1, maxPollSeconds: 10 },
    })
    let isDone = false
    const done = intake.idle().then(() => {
      isDone = true
    })
    while (!isDone) {
      await Promise.race([done, wait(100)])
      // What is due waits for a host that asked to be left alone: time must pass for it.
      const { due, leased } = await desk.archive.jobs.counts(desk.clock.now)
      if (due > 0 && leased === 0) desk.clock.now += 1000
    }
    await intake.stop()
  }

  return {
    world,
    desk,
    archive: desk.archive,
    work,
    async pass(storyMinutes) {
      desk.clock.now += (storyMinutes * 60_000) / speed
      await work()
    },
    async close() {
      await pool.close()
      await world.close()
      await desk.close()
    },
  }
}
