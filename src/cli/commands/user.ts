import type { Archive, Role, User } from '../../archive/archive.ts'
import { Problem } from '../../model/problem.ts'
import { hashPassword, shortestPassword } from '../../web/auth/password.ts'
import { openSession } from '../../web/auth/session.ts'
import { type Call, type Command, exitCode, jsonOption, UsageError } from '../command.ts'
import { withArchive } from '../with-archive.ts'

const tokenDays = 365
const mostTokenDays = 3650
const dayMs = 86_400_000
const roles: readonly Role[] = ['reader', 'writer', 'editor', 'admin']

export const user: Command = {
  name: 'user',
  summary: 'list, add and remove the people of the desk; set a password; make a token for the API',
  usage: '[list | add NAME | password NAME | token NAME | remove NAME]',
  help: `
The password is asked for, or read from standard input where nobody can answer.

  wiredesk user add aigerim --role editor
  echo "$SECRET" | wiredesk user password aigerim
  wiredesk user token aigerim --days 90     a token for the API, shown once; a new password ends it`,
  options: {
    ...jsonOption,
    role: { type: 'string', value: 'ROLE', help: `${roles.join(', ')} (editor)` },
    days: { type: 'string', value: 'DAYS', help: `how long a token lasts (${tokenDays})` },
  },
  arguments: { min: 0, max: 2 },
  async run(call) {
    const [action = 'list', name] = call.arguments
    return await withArchive(call.configuration, async (archive) => {
      if (action === 'list') return await list(archive, call)
      const act = actions[action]
      if (act === undefined) throw new UsageError(`“${action}” is not something one does to a user.`)
      if (name === undefined) throw new UsageError(`\`wiredesk user ${action}\` needs a NAME.`)
      call.terminal.say(await act(archive, name, call))
      return exitCode.ok
    })
  },
}

async function list(archive: Archive, { terminal, flag }: Call): Promise<number> {
  const users = await archive.users.list()
  for (const { id, name, role, createdAt } of users) {
    const since = new Date(createdAt).toISOString().slice(0, 10)
    terminal.print(
      flag('json') ? JSON.stringify({ id, name, role, createdAt }) : `${name}  ${role}  since ${since}`,
    )
  }
  if (users.length === 0) terminal.say('No users yet. Add one: wiredesk user add NAME --role admin')
  return exitCode.ok
}

const actions: Readonly<Record<string, (archive: Archive, name: string, call: Call) => Promise<string>>> = {
  async add(archive, name, call) {
    const role = roles.find((known) => known === (call.text('role') ?? 'editor'))
    if (role === undefined)
      throw new UsageError(`--role takes one of ${roles.join(', ')}, not “${call.text('role')}”.`)
    const passwordHash = await hashPassword(await askPassword(call, name))
    const added = await archive.users.add({ name, role, passwordHash, createdAt: Date.now() })
    if (added === null) throw new Problem('cli/name-taken', `There is a user “${name}” already.`)
    return `Added ${name} (${role}).`
  },
  async password(archive, name, call) {
    const { id } = await known(archive, name)
    await archive.users.setPassword(id, await hashPassword(await askPassword(call, name)))
    return `${name} has a new password; all their sessions are ended.`
  },
  async token(archive, name, call) {
    const { id } = await known(archive, name)
    const days = Number(call.text('days') ?? tokenDays)
    if (!Number.isInteger(days) || days < 1 || days > mostTokenDays)
      throw new UsageError(
        `--days takes a whole number from 1 to ${mostTokenDays}, not “${call.text('days')}”.`,
      )
    const { token, expiresAt } = await openSession(archive.users, id, Date.now(), days * dayMs)
    call.terminal.print(token)
    return `Until ${new Date(expiresAt).toISOString().slice(0, 10)} it reads as ${name}: Authorization: Bearer TOKEN`
  },
  async remove(archive, name) {
    const { id } = await known(archive, name)
    await archive.users.remove(id)
    return `Removed ${name}.`
  },
}

async function known(archive: Archive, name: string): Promise<User> {
  const found = await archive.users.byName(name)
  if (found === null)
    throw new Problem('cli/no-user', `There is no user “${name}”. \`wiredesk user\` lists them.`)
  return found
}

async function askPassword({ terminal }: Call, name: string): Promise<string> {
  const password =
    (await terminal.askSecret(`Password for ${name}: `)) ?? (await terminal.readInput()).replace(/\r?\n$/, '')
  if (password.length < shortestPassword) {
    throw new Problem('cli/short-password', `A password needs at least ${shortestPassword} characters.`)
  }
  return password
}
