import type { Figures } from '../report.ts'
import { measureDateparser } from './time/dateparser.ts'
import { measureDuckling } from './time/duckling.ts'
import { loadChrono } from './time/read-by-chrono.ts'
import { measureTempeval } from './time/tempeval.ts'

/** Time expressions: single ones with the value that their authors expect, and those of whole English articles. */
export function measureTime(): Figures {
  const chrono = loadChrono()
  return { ...measureDuckling(chrono), ...measureDateparser(), ...measureTempeval(chrono) }
}
