import { Problem, type ProblemCode } from '../../../model/problem.ts'

/** The world's failures by SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) or Node's code. */
const problems: readonly (readonly [codes: RegExp, code: ProblemCode, what: string])[] = [
  [/^53100$/, 'archive/disk-full', 'cannot grow: the disk is full'],
  [/^25006$/, 'archive/read-only', 'may only be read'],
  [/^(55P03|57014)$/, 'archive/locked', 'is locked by another process'],
  [/^(XX001|XX002)$/, 'archive/damaged', 'is damaged'],
  [/^(58030|58P01)$/, 'archive/disk-failed', 'could not be read or written'],
  [/^(28...|3D000|42501)$/, 'archive/cannot-open', 'refuses this user or database'],
  [/^(08...|57P0.|53300|E[A-Z]+)$/, 'archive/no-connection', 'cannot be reached'],
]

/** The Problem that an error of pg stands for, or the error itself when it is a mistake of ours. */
export function asProblem(error: unknown, address: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error
  const state = (error as { code?: unknown }).code
  const connectionEnded = /^(Connection terminated|timeout exceeded when trying to connect)/.test(
    error.message,
  )
  const known = problems.find(([codes]) => codes.test(connectionEnded ? '08006' : String(state ?? '')))
  if (known === undefined) return error
  const [, code, what] = known
  return new Problem(code, `The archive ${withoutPassword(address)} ${what}: ${error.message}`, {
    cause: error,
  })
}

/** Two transactions got in each other's way and one was undone: it may simply be run again. */
export function mayRunAgain(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === '40001' || code === '40P01'
}

export function withoutPassword(address: string): string {
  return address.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@]*@/, '$1@')
}
