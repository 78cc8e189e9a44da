/**
 * B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of a clustering against the right one: `found` and `gold` say
 * of each item which cluster it is in. Each item weighs the same.
 */
export function bCubed(
  found: readonly unknown[],
  gold: readonly unknown[],
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const inFound = counted(found)
  const inGold = counted(gold)
  const both = new Map<unknown, Map<unknown, number>>()
  for (const [at, cluster] of found.entries()) {
    const row = both.get(cluster) ?? new Map<unknown, number>()
    row.set(gold[at], (row.get(gold[at]) ?? 0) + 1)
    both.set(cluster, row)
  }
  let precision = 0
  let recall = 0
  for (const [at, cluster] of found.entries()) {
    const shared = both.get(cluster)?.get(gold[at]) ?? 0
    precision += shared / (inFound.get(cluster) ?? 1)
    recall += shared / (inGold.get(gold[at]) ?? 1)
  }
  precision /= found.length
  recall /= found.length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function counted(clusters: readonly unknown[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>()
  for (const cluster of clusters) counts.set(cluster, (counts.get(cluster) ?? 0) + 1)
  return counts
}
