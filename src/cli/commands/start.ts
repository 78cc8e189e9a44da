import { createSetupCode } from '../../web/auth/setup-code.ts'
import { archiveName } from '../archive-name.ts'
import { type Command, exitCode, UsageError } from '../command.ts'
import { askedToEnd, configuredLogger, type Role, roles, runHouse } from '../run-house.ts'
import { withArchive } from '../with-archive.ts'

export const start: Command = {
  name: 'start',
  summary: 'run your desk',
  usage: '',
  help: `
Watches the sources, reads what they publish and serves the desk, in one process, until Ctrl-C.
On PostgreSQL the roles can run apart: one process that collects, any number that read or serve.

  wiredesk start
  wiredesk start --port 8000 --zone Asia/Almaty
  wiredesk start --database postgres://wiredesk@db/wiredesk --role read`,
  options: {
    host: { type: 'string', value: 'ADDRESS', help: 'listen here (127.0.0.1)' },
    port: { type: 'string', value: 'N', help: 'listen on this port (7300)' },
    zone: { type: 'string', value: 'ZONE', help: 'the newsroom’s time zone, such as Europe/Kyiv' },
    role: { type: 'string', value: 'ROLE', help: `only one of ${roles.join(', ')}; all of them by default` },
  },
  arguments: { min: 0, max: 0 },
  async run({ configuration, terminal, text }) {
    const chosen = chooseRoles(text('role'), configuration.database)
    const logger = configuredLogger(configuration, terminal.isWatched)
    return await withArchive(
      configuration,
      async (archive) => {
        const setupCode = createSetupCode()
        const house = await runHouse({ archive, configuration, roles: chosen, logger, setupCode })
        try {
          logger.info({ archive: archiveName(configuration.database), roles: chosen }, 'wiredesk started')
          if (house.address !== null) {
            terminal.say(`The desk is at ${terminal.style.bold(house.address)}   (Ctrl-C ends it)`)
            const users = await archive.users.list()
            if (users.length === 0)
              terminal.say(`Make the first account: ${house.address}/setup?code=${setupCode}`)
          }
          await askedToEnd()
          terminal.say('Ending: letting work in hand finish.')
        } finally {
          await house.stop()
        }
        return exitCode.ok
      },
      { mayMake: true },
    )
  },
}

function chooseRoles(role: string | undefined, database: string): readonly Role[] {
  if (role === undefined) return roles
  const known = roles.filter((candidate) => candidate === role)
  if (known.length === 0) throw new UsageError(`--role takes one of ${roles.join(', ')}, not “${role}”.`)
  if (!/^postgres(ql)?:/.test(database))
    throw new UsageError('--role needs PostgreSQL: --database postgres://…')
  return known
}
