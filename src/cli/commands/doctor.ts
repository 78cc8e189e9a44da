import { access, constants, statfs } from 'node:fs/promises'
import type { Archive } from '../../archive/archive.ts'
import { stemsVersion } from '../../language/stems-version.ts'
import { Problem } from '../../model/problem.ts'
import { type Command, exitCode, jsonOption } from '../command.ts'
import type { Configuration } from '../configuration.ts'
import { readStems } from '../stems-state.ts'
import { version } from '../version.ts'
import { withArchive } from '../with-archive.ts'

interface Finding {
  readonly what: string
  readonly state: 'good' | 'warning' | 'bad'
  readonly words: string
}

export const doctor: Command = {
  name: 'doctor',
  summary: 'examine this desk and say what is wrong',
  usage: '',
  help: `
Checks the settings, the home folder and its disk, the archive's integrity, the sources, the jobs and the users,
and says what to do where something is wrong. Exit code 1 when anything is bad. The desk may run meanwhile.`,
  options: jsonOption,
  arguments: { min: 0, max: 0 },
  async run({ configuration, terminal, flag }) {
    const findings = [
      {
        what: 'version',
        state: 'good',
        words: `Wiredesk ${version} on Node ${process.versions.node}`,
      } as const,
      ...(await home(configuration)),
      ...(await withArchive(configuration, archiveFindings).catch(notOpened)),
    ]
    const { good, bad, faint } = terminal.style
    const signs = { good: good('ok     '), warning: faint('look at'), bad: bad('BAD    ') }
    for (const finding of findings) {
      terminal.print(
        flag('json')
          ? JSON.stringify(finding)
          : `${signs[finding.state]}  ${finding.what.padEnd(9)}  ${finding.words}`,
      )
    }
    return findings.some(({ state }) => state === 'bad') ? exitCode.problem : exitCode.ok
  },
}

const lowDiskBytes = 2 ** 30

async function home({ home, zone }: Configuration): Promise<readonly Finding[]> {
  const zoneNow = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'long',
    timeZone: zone,
  }).format(Date.now())
  const clock: Finding = { what: 'clock', state: 'good', words: `it is ${zoneNow} in ${zone}` }
  try {
    await access(home, constants.W_OK)
    const { bavail, bsize } = await statfs(home)
    const free = bavail * bsize
    const words = `${home}, ${gigabytes(free)} free`
    return [
      clock,
      free < lowDiskBytes
        ? { what: 'home', state: 'bad', words: `${words}: make room, or the archive stops taking articles` }
        : { what: 'home', state: 'good', words },
    ]
  } catch {
    return [
      clock,
      {
        what: 'home',
        state: 'warning',
        words: `${home} is not there yet or cannot be written; \`wiredesk start\` makes it`,
      },
    ]
  }
}

/** An archive that cannot be opened is what a doctor is asked about. */
function notOpened(cause: unknown): readonly Finding[] {
  if (!(cause instanceof Problem)) throw cause
  return [{ what: 'archive', state: 'bad', words: `${cause.message} [${cause.code}]` }]
}

async function archiveFindings(archive: Archive): Promise<readonly Finding[]> {
  const now = Date.now()
  const [{ engine, bytes, schemaVersion }, troubles, count, list, jobs, users] = await Promise.all([
    archive.upkeep.size(),
    archive.upkeep.check(),
    archive.articles.count(),
    archive.sources.list(),
    archive.jobs.counts(now),
    archive.users.list(),
  ])
  const failing = list.filter(({ source }) => source.health.consecutiveFailures > 2)
  const gone = list.filter(({ source }) => source.state === 'gone')
  return [
    {
      what: 'archive',
      state: 'good',
      words: `${engine}, schema ${schemaVersion}, ${count} articles, ${gigabytes(bytes)}`,
    },
    ...troubles.map((words): Finding => ({ what: 'archive', state: 'bad', words })),
    ...(await stemsFindings(archive)),
    list.length === 0
      ? { what: 'sources', state: 'warning', words: 'none yet: wiredesk add example.com' }
      : {
          what: 'sources',
          state: 'good',
          words: `${list.length}, of which ${failing.length} fail and ${gone.length} are gone`,
        },
    ...[...failing, ...gone].map(
      ({ source, outlet }): Finding => ({
        what: 'source',
        state: 'warning',
        words: `${source.id} ${outlet.name}, ${source.address}: ${source.health.lastProblem?.message ?? source.state}`,
      }),
    ),
    {
      what: 'jobs',
      state: jobs.setAside > 0 ? 'warning' : 'good',
      words: `${jobs.waiting} waiting (${jobs.due} due), ${jobs.leased} in hand, ${jobs.setAside} set aside${jobs.setAside > 0 ? ': the desk lists them under Sources' : ''}`,
    },
    users.some(({ role }) => role === 'admin')
      ? { what: 'users', state: 'good', words: `${users.length}` }
      : {
          what: 'users',
          state: 'warning',
          words: 'no admin yet: open the desk, or wiredesk user add NAME --role admin',
        },
  ]
}

async function stemsFindings(archive: Archive): Promise<readonly Finding[]> {
  const { version, under } = await readStems(archive)
  if (version === stemsVersion && under === null) return []
  const words =
    under === null
      ? 'older articles are understood as an earlier Wiredesk did'
      : 'indexing anew was broken off'
  return [{ what: 'search', state: 'warning', words: `${words}: wiredesk reindex` }]
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(2)} GiB`
}
