import { Problem, type ProblemCode } from '../../../model/problem.ts'

/** The world's failures by SQLite's primary result code (https://www.sqlite.org/rescode.html). */
const problems: Readonly<Record<number, readonly [ProblemCode, string]>> = {
  5: ['archive/locked', 'is locked by another process'],
  6: ['archive/locked', 'is locked'],
  8: ['archive/read-only', 'may only be read'],
  10: ['archive/disk-failed', 'could not be read or written'],
  11: ['archive/damaged', 'is damaged'],
  13: ['archive/disk-full', 'cannot grow: the disk is full'],
  14: ['archive/cannot-open', 'cannot be opened'],
  26: ['archive/damaged', 'is not a SQLite database'],
}

/** The Problem that a library's error stands for, or the error itself when it is a mistake of ours. */
export function asProblem(error: unknown, file: string): unknown {
  const known = problems[resultCode(error) & 0xff]
  if (known === undefined) return error
  const [code, what] = known
  return new Problem(code, `The archive ${file} ${what}.`, { cause: error })
}

function resultCode(error: unknown): number {
  if (!(error instanceof Error)) return 0
  const { rawCode, errcode } = error as { rawCode?: unknown; errcode?: unknown }
  if (typeof rawCode === 'number') return rawCode
  if (typeof errcode === 'number') return errcode
  // What libsql says when it cannot open a file carries its code in words only.
  const opening = /^ConnectionFailed\(.*: (\d+)"\)$/.exec(error.message)
  return opening === null ? 0 : Number(opening[1])
}
