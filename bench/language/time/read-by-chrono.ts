import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What chrono-node finds: local time by its own clocks, and where. */
export interface ChronoTime {
  readonly start: number
  readonly end: number
  /** 'YYYY-MM-DDTHH:mm:ss' */
  readonly moment: string
}

export type ReadByChrono = (
  text: string,
  language: string,
  now: string,
  looksAhead: boolean,
) => readonly ChronoTime[]

type Component = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
interface Result {
  readonly index: number
  readonly text: string
  readonly start: { get(component: Component): number | null }
}
interface Language {
  readonly casual: {
    parse(
      text: string,
      reference: { readonly instant: Date; readonly timezone: number },
      options: { readonly forwardDate: boolean },
    ): readonly Result[]
  }
}

/** chrono-node from bench/peers, or null where the peers are not installed (`npm ci --prefix bench/peers`). */
export function loadChrono(): ReadByChrono | null {
  const peers = path.join(import.meta.dirname, '../../peers')
  if (!existsSync(path.join(peers, 'node_modules/chrono-node'))) return null
  const languages = createRequire(path.join(peers, 'package.json'))('chrono-node') as Readonly<
    Record<string, Language>
  >
  return (text, language, now, looksAhead) => {
    const [local = '', offset = '+00:00'] = /^(.{16})(.*)$/.exec(now)?.slice(1) ?? []
    const sign = offset.startsWith('-') ? -1 : 1
    const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
    const instant = new Date(`${local}:00${offset === '' ? 'Z' : offset}`)
    const timezone = sign * ((hours || 0) * 60 + (minutes || 0))
    const found = languages[language]?.casual.parse(text, { instant, timezone }, { forwardDate: looksAhead })
    return (found ?? []).map(({ index, text: part, start }) => ({
      start: index,
      end: index + part.length,
      moment: momentOf(start),
    }))
  }
}

function momentOf(start: Result['start']): string {
  const two = (component: Component): string => String(start.get(component) ?? 0).padStart(2, '0')
  const year = String(start.get('year') ?? 0).padStart(4, '0')
  return `${year}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}:${two('second')}`
}
