import type { EpochMs } from '../src/model/time.ts'
import { seededChance } from './chance.ts'
import { clockTime, dayAndMonth } from './local-time.ts'
import type { Outlet, ScheduledReport, Version } from './outlet.ts'
import type { Reprint, Story, WrittenReport } from './story.ts'

/** Minutes before the start are minutes; after it `speed` of them pass in one. In order of publication. */
export function scheduleStories(
  stories: readonly Story[],
  outlets: readonly Outlet[],
  { start, speed, seed }: { readonly start: EpochMs; readonly speed: number; readonly seed: number },
): readonly ScheduledReport[] {
  const chance = seededChance(seed, 'schedule')
  const written = stories
    .flatMap(({ story, topic, reports }) => reports.map((report) => ({ story, topic, report })))
    .map((one) => ({ ...one, at: one.report.at + (one.report.at < -1 ? chance() * 0.9 : 0) }))
    .sort((one, other) => one.at - other.at)
  const made = new Map<string, ScheduledReport>()
  for (const [number, { story, topic, report, at }] of written.entries()) {
    const outlet = outlets.find(({ host }) => host === report.outlet)
    if (outlet === undefined)
      throw new Error(`${report.id} is by ${report.outlet}, and there is no such outlet.`)
    const common = { id: report.id, number, story, topic, outlet, publishedAt: timeOf(at) }
    made.set(
      report.id,
      'copyOf' in report ? { ...common, ...repeated(report) } : { ...common, ...told(report, at) },
    )
  }
  return [...made.values()]

  function timeOf(minutes: number): EpochMs {
    return Math.round(start + (minutes * 60_000) / (minutes > 0 ? speed : 1))
  }

  function repeated({ copyOf, at }: Reprint): Omit<ScheduledReport, Common> {
    const original = made.get(copyOf)
    const first = original?.versions[0]
    if (original === undefined || first === undefined)
      throw new Error(`${copyOf} comes after what repeats it.`)
    const { author, tags, picture } = original
    const versions = [{ ...first, since: timeOf(at) }]
    return { withdrawnAt: null, isPaywalled: false, copyOf: original, author, tags, picture, versions }
  }

  function told(report: WrittenReport, at: number): Omit<ScheduledReport, Common> {
    const outlet = outlets.find(({ host }) => host === report.outlet)
    const fill = (text: string): string => (outlet === undefined ? text : withTimes(text, timeOf(at), outlet))
    const { author = null, tags, picture = null, isPaywalled, withdrawnAt } = report
    const versions: Version[] = [
      {
        since: timeOf(at),
        headline: fill(report.headline),
        lead: report.lead === undefined ? null : fill(report.lead),
        body: report.body.map(fill),
      },
    ]
    for (const edit of report.edits) {
      const before = versions.at(-1)
      if (before === undefined) break
      const body = before.body.map((text, place) => fill(edit.paragraphs[String(place)] ?? text))
      versions.push({
        since: timeOf(edit.at),
        headline: edit.headline ?? before.headline,
        lead: before.lead,
        body: [...body, ...edit.more.map(fill)],
      })
    }
    return {
      withdrawnAt: withdrawnAt === undefined ? null : timeOf(withdrawnAt),
      isPaywalled,
      copyOf: null,
      author,
      tags,
      picture,
      versions,
    }
  }
}

type Common = 'id' | 'number' | 'story' | 'topic' | 'outlet' | 'publishedAt'

function withTimes(text: string, at: EpochMs, outlet: Outlet): string {
  return text
    .replace(/\{time(-\d+)?\}/g, (_, minutes?: string) =>
      clockTime(at + Number(minutes ?? 0) * 60_000, outlet),
    )
    .replaceAll('{day}', dayAndMonth(at, outlet))
    .replaceAll('{yesterday}', dayAndMonth(at - 86_400_000, outlet))
}
