import { Problem } from '../model/problem.ts'

/** A file that could not be read, and why in words: Problem 'cli/no-file'. */
export function noFile(file: string, cause: unknown): Problem {
  const { code = '', message } = cause as NodeJS.ErrnoException
  return new Problem('cli/no-file', `${file} cannot be read: ${words[code] ?? message}.`, { cause })
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
}
