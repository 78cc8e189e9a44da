import type { EpochMs } from '../src/model/time.ts'
import type { CurrentReport, Edition, Outlet, ScheduledReport } from './outlet.ts'

/** One outlet as it stands at `now`: what is out and not withdrawn, each report in its version of the moment. */
export function editionOf(
  outlet: Outlet,
  schedule: readonly ScheduledReport[],
  { now, originOf }: { readonly now: EpochMs; readonly originOf: (outlet: Outlet) => string },
): Edition {
  const origin = originOf(outlet)
  const reports = schedule
    .filter((report) => report.outlet === outlet && report.publishedAt <= now)
    .filter(({ withdrawnAt }) => withdrawnAt === null || now < withdrawnAt)
    .flatMap((report) => current(report, now, origin))
    .reverse()
  return { outlet, origin, now, reports, addressOf }

  function addressOf(id: string): string {
    const report = schedule.find((candidate) => candidate.id === id)
    if (report === undefined) throw new Error(`There is no report ${id}.`)
    return `${originOf(report.outlet)}${report.outlet.pathOf(report)}`
  }
}

function current(report: ScheduledReport, now: EpochMs, origin: string): CurrentReport[] {
  const version = report.versions.findLast(({ since }) => since <= now)
  const path = report.outlet.pathOf(report)
  return version === undefined ? [] : [{ ...version, report, path, address: `${origin}${path}` }]
}
