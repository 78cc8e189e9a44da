import type { Roles } from '../body/element-roles.ts'
import type { Judged } from '../body/keep-passages.ts'
import { type Passage, passagesOf, withRoles } from '../body/passages.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import { judgeByMemory } from './judge-by-memory.ts'
import type { Recollection } from './recollect.ts'

/** The passages of a page with what its outlet's memory knows as furniture put aside, before anything is measured. */
export interface Sieve {
  /** Roles of a later sifting differ in neither links nor what nobody sees. */
  passages(roles: Roles): readonly Passage[]
  /** All passages of the last sifting. */
  all(): readonly Passage[]
  /** The verdicts with those of memory: on places, and on the furniture in the container that was put aside. */
  complete(judged: readonly Judged[], container: PageNode | null): readonly Judged[]
}

export function siftPassages(page: Page, memory: Recollection | null): Sieve {
  let all: readonly Passage[] = []
  let before: Roles | null = null
  let furniture: ReadonlySet<Passage> = new Set()
  return {
    passages(roles) {
      all = before === null ? passagesOf(page, roles) : withRoles(page, all, before, roles)
      before = roles
      furniture = memory?.furniture(all) ?? new Set()
      return furniture.size === 0 ? all : all.filter((passage) => !furniture.has(passage))
    },
    all: () => all,
    complete(judged, container) {
      if (memory === null) return judged
      const placed = judgeByMemory(judged, memory)
      if (container === null || furniture.size === 0) return placed
      const inside = [...furniture].filter(({ start }) => start >= container.index && start < container.end)
      return [...placed, ...inside.map(comesBack)].sort((a, b) => a.passage.start - b.passage.start)
    },
  }
}

function comesBack(passage: Passage): Judged {
  return { passage, keep: false, why: 'comes back on other pages of the outlet', byMemory: true }
}
