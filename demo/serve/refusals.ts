import type { Clock } from '../../src/kit/clock.ts'
import type { Answer } from '../outlet.ts'

const patience = 24
const sulkSeconds = 3

/** A server that has had enough after every few requests: 429 to all for some seconds, and then it is well again. */
export function createRefusals(clock: Clock): { next(): Answer | null } {
  let asked = 0
  let refusesUntil = 0
  return {
    next() {
      const now = clock()
      if (now >= refusesUntil) {
        asked += 1
        if (asked % patience !== 0) return null
        refusesUntil = now + sulkSeconds * 1000
      }
      const seconds = Math.ceil((refusesUntil - now) / 1000)
      return {
        status: 429,
        type: 'text/plain; charset=utf-8',
        body: 'Сұраныс тым көп. Сәл кейінірек қайталаңыз.\n',
        modifiedAt: null,
        headers: { 'retry-after': String(seconds) },
      }
    },
  }
}
