import { Problem } from '../../model/problem.ts'

export function noName(): Problem {
  return new Problem('web/not-found', 'There is no such name.', { detail: 'name' })
}
