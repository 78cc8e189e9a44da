import type { Outlet } from '../outlet.ts'
import { chronicle } from './chronicle.ts'
import { courier } from './courier.ts'
import { holos } from './holos.ts'
import { leaflet } from './leaflet.ts'
import { luginform } from './luginform.ts'
import { stavren } from './stavren.ts'
import { tumarly } from './tumarly.ts'
import { tumarlyLive } from './tumarly-live.ts'

/** The press of the invented world. */
export const outlets: readonly Outlet[] = [
  luginform,
  courier,
  chronicle,
  tumarlyLive,
  holos,
  tumarly,
  stavren,
  leaflet,
]
