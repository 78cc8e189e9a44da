import type { QueuedEntry } from '../../archive/archive.ts'
import { canonicalAddress, hostOf } from '../../kit/address.ts'
import type { Entry } from '../../model/source.ts'
import type { EpochMs } from '../../model/time.ts'

/**
 * What a source lists, as jobs: each canonical address once, in the order given; what is no address is left out. Of two
 * entries of one address the one with the longer text of its own is kept.
 */
export function queueEntries(entries: readonly Entry[], dueAt: EpochMs): readonly QueuedEntry[] {
  const byAddress = new Map<string, QueuedEntry>()
  for (const entry of entries) {
    const address = canonicalAddress(entry.address)
    if (address === null) continue
    const before = byAddress.get(address)
    if (before !== undefined && textLength(before.entry) >= textLength(entry)) continue
    byAddress.set(address, { address, host: entry.whole ? null : hostOf(address), entry, dueAt })
  }
  return [...byAddress.values()]
}

function textLength({ html, summary }: Entry): number {
  return (html ?? summary ?? '').length
}
