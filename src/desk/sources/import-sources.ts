import { canonicalAddress } from '../../kit/address.ts'
import { newOutlet } from '../../kit/new-outlet.ts'
import { Problem } from '../../model/problem.ts'
import type { DeskOptions } from '../desk-options.ts'
import { addSources } from './add-chosen.ts'

/** Watches every feed of an OPML file as it stands. Returns how many were new; Problem when there is none in it. */
export async function importSources(text: string, desk: DeskOptions): Promise<number> {
  const feeds = desk.opml
    .parse(text)
    .filter(({ address }) => canonicalAddress(address) !== null)
    .map(({ kind, address, title, outlet }) => ({
      kind,
      address,
      title,
      outlet: newOutlet(address, outlet ?? title),
    }))
  if (feeds.length === 0) throw new Problem('desk/no-feeds', 'There is no feed with an address in this file.')
  return await addSources(feeds, desk)
}
