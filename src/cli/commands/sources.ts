import type { Archive, ListedSource } from '../../archive/archive.ts'
import { Problem } from '../../model/problem.ts'
import type { Source, SourceId } from '../../model/source.ts'
import { type Command, exitCode, jsonOption, UsageError } from '../command.ts'
import { withArchive } from '../with-archive.ts'

export const sources: Command = {
  name: 'sources',
  summary: 'list the sources and how they fare; pause, resume, poll or remove one',
  usage: '[pause|resume|poll|remove ID...]',
  help: `
Without arguments: every source with its number, state, last success, next try and last problem.

  wiredesk sources
  wiredesk sources pause 7
  wiredesk sources remove 7 9     its articles stay`,
  options: jsonOption,
  arguments: { min: 0, max: 100 },
  async run({ arguments: [action, ...ids], configuration, terminal, flag }) {
    return await withArchive(configuration, async (archive) => {
      if (action !== undefined) {
        if (ids.length === 0)
          throw new UsageError(
            `Which source? \`wiredesk sources ${action} ID\`; \`wiredesk sources\` lists them.`,
          )
        for (const id of ids) await act(archive, action, id)
      }
      const list = await archive.sources.list()
      for (const listed of list) terminal.print(flag('json') ? JSON.stringify(listed) : sourceText(listed))
      if (list.length === 0) terminal.say('No sources yet. Add one: wiredesk add example.com')
      return exitCode.ok
    })
  },
}

const actions: Readonly<
  Record<string, (archive: Archive, id: SourceId) => Promise<Source | boolean | null>>
> = {
  pause: (archive, id) => archive.sources.setState(id, 'paused', Date.now()),
  resume: (archive, id) => archive.sources.setState(id, 'active', Date.now()),
  poll: (archive, id) => archive.sources.pollSoon(id, Date.now()),
  remove: (archive, id) => archive.sources.remove(id),
}

async function act(archive: Archive, name: string, id: string): Promise<void> {
  const action = actions[name]
  if (action === undefined) throw new UsageError(`“${name}” is not something one does to a source.`)
  const done = /^\d{1,15}$/.test(id) && (await action(archive, Number(id)))
  if (!done)
    throw new Problem(
      'cli/no-source',
      `There is no source “${id}”. \`wiredesk sources\` lists them with their numbers.`,
    )
}

function sourceText({ source, outlet, articles }: ListedSource): string {
  const { health, state } = source
  const facts = [
    state,
    `${articles} articles`,
    health.lastSuccessAt === null
      ? 'never answered yet'
      : `last answered ${minutes(Date.now() - health.lastSuccessAt)} ago`,
    state === 'active' ? `next try in ${minutes(health.nextPollAt - Date.now())}` : null,
    health.lastProblem === null ? null : `${health.lastProblem.message} [${health.lastProblem.code}]`,
  ].filter((fact) => fact !== null)
  return `${String(source.id).padStart(4)}  ${outlet.name} · ${source.title} (${source.kind})\n      ${source.address}\n      ${facts.join('; ')}`
}

function minutes(ms: number): string {
  const total = Math.max(0, Math.round(ms / 60_000))
  return total < 120 ? `${total} min` : `${Math.round(total / 60)} h`
}
