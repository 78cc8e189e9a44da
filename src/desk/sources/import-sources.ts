import { canonicalAddress, outletKey } from '../../kit/address.ts'
import { Problem } from '../../model/problem.ts'
import type { DeskOptions } from '../desk-options.ts'
import { addSources } from './add-chosen.ts'

/** Watches every feed of an OPML file as it stands. Returns how many were new; Problem when there is none in it. */
export async function importSources(text: string, desk: DeskOptions): Promise<number> {
  const feeds = desk.opml.parse(text).flatMap(({ address, title }) => {
    if (canonicalAddress(address) === null) return []
    const key = outletKey(address)
    const outlet = { key, name: title === '' ? key : title, language: null, country: null }
    return [{ kind: 'feed' as const, address, title, outlet }]
  })
  if (feeds.length === 0) throw new Problem('desk/no-feeds', 'There is no feed with an address in this file.')
  return await addSources(feeds, desk)
}
