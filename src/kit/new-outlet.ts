import type { NewOutlet } from '../model/outlet.ts'
import { outletKey } from './address.ts'

/** The outlet that an address belongs to, by the name given or, where that is empty, by its key. */
export function newOutlet(address: string, name: string): NewOutlet {
  const key = outletKey(address)
  return { key, name: name === '' ? key : name, language: null, country: null }
}
