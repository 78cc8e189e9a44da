import type { Command } from './command.ts'
import { add } from './commands/add.ts'
import { backup } from './commands/backup.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { read } from './commands/read.ts'
import { reindex } from './commands/reindex.ts'
import { restore } from './commands/restore.ts'
import { search } from './commands/search.ts'
import { sources } from './commands/sources.ts'
import { start } from './commands/start.ts'
import { user } from './commands/user.ts'

/** In the order in which a newcomer meets them. */
export const commands: readonly Command[] = [
  demo,
  start,
  add,
  sources,
  search,
  read,
  importCommand,
  exportCommand,
  user,
  doctor,
  backup,
  restore,
  reindex,
]
