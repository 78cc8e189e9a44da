import { editionOf } from '../../demo/edition.ts'
import { loadStories } from '../../demo/load-stories.ts'
import { plain } from '../../demo/markup.ts'
import type { Outlet } from '../../demo/outlet.ts'
import { outlets } from '../../demo/outlets/all-outlets.ts'
import { scheduleStories } from '../../demo/schedule.ts'
import type { GoldPage } from '../reading/load-pages.ts'

const start = Date.UTC(2026, 10, 24, 9)
const day = 86_400_000

/**
 * Every report of the demo world as one outlet of it would print it: a hundred pages of one template whose text is
 * known, among them word for word reprints. Posts of a channel are no pages.
 */
export function pagesOfDemo(host: string): readonly GoldPage[] {
  const outlet = outlets.find((candidate) => candidate.host === host)
  if (outlet === undefined) throw new Error(`There is no outlet ${host} in the demo world.`)
  const scheduled = scheduleStories(loadStories(), outlets, { start, speed: 1, seed: 1 })
  const posts = new Set(scheduled.filter((report) => report.outlet.host === 'channels').map(({ id }) => id))
  const schedule = scheduled.map((report) => ({ ...report, outlet, isPaywalled: false, withdrawnAt: null }))
  const originOf = ({ host: name }: Outlet): string => `http://${name}.example`
  const edition = editionOf(outlet, schedule, { now: start + day, originOf })
  const reports = edition.reports.filter(({ report }) => !posts.has(report.id))
  return reports.map(({ report, path, address, headline, lead, body }) => ({
    id: report.id,
    url: address,
    bytes: new TextEncoder().encode(inUtf8(outlet.answer(path, edition)?.body ?? '')),
    partsLead: false,
    gold: {
      body: [lead ?? '', ...body].map(plain).join('\n'),
      title: headline,
      authors: null,
      date: null,
    },
  }))
}

/** Pages declare the charset that they would be sent in. */
function inUtf8(html: string): string {
  return html.replace(/charset=(windows-1251|koi8-r)/, 'charset=utf-8')
}
