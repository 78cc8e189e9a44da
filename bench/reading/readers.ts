import { bareParser } from './bare-parser.ts'
import { readWithOurs } from './our-reader.ts'
import { peers, type ReadPage } from './peers.ts'

export const ourName = 'wiredesk'

/** Reads nothing: its time is the floor of every reader's. */
export const bareName = 'htmlparser2, bare'

export const peerNames: readonly string[] = Object.keys(peers)

/** Throws where the reader is not installed or does not start on this Node. */
export async function loadReader(name: string): Promise<ReadPage> {
  if (name === ourName) return readWithOurs
  if (name === bareName) return bareParser
  const load = peers[name]
  if (load === undefined) throw new Error(`There is no reader named ${name}.`)
  return await load()
}
