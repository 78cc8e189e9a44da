import type { Archive } from '../../archive/archive.ts'

export interface FirstRun {
  /** True while the archive has no user. Once it has one this is not asked again until the desk starts anew. */
  isOn(): Promise<boolean>
  end(): void
}

export function createFirstRun(users: Archive['users']): FirstRun {
  let over = false
  return {
    async isOn() {
      over ||= (await users.list()).length > 0
      return !over
    },
    end() {
      over = true
    },
  }
}
