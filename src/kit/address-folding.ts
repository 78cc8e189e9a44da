import { readFileSync } from 'node:fs'

/** What tells no page from another in an address: data/address-folding.json, all names in lower case. */
export interface AddressFolding {
  readonly trackingParameters: ReadonlySet<string>
  readonly trackingPrefixes: readonly string[]
  /** Parameters that only track when their value is one of these; any other value may select the page. */
  readonly trackingValues: ReadonlyMap<string, ReadonlySet<string>>
  /** Parameters that, with these values, ask for the AMP or mobile twin of the same page. */
  readonly twinValues: ReadonlyMap<string, ReadonlySet<string>>
  /** Leading labels of a host that serves the mobile or AMP twins of the host without them. */
  readonly twinHostLabels: ReadonlySet<string>
  /** Hosts whose paths hold the address of the page that they keep a copy of. */
  readonly ampCaches: readonly string[]
  readonly ampViewers: ReadonlySet<string>
}

export const addressFolding: AddressFolding = load()

function load(): AddressFolding {
  const file = new URL('./data/address-folding.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly trackingParameters: readonly string[]
    readonly trackingPrefixes: readonly string[]
    readonly trackingValues: Readonly<Record<string, readonly string[]>>
    readonly twinValues: Readonly<Record<string, readonly string[]>>
    readonly twinHostLabels: readonly string[]
    readonly ampCaches: readonly string[]
    readonly ampViewers: readonly string[]
  }
  return {
    trackingParameters: new Set(table.trackingParameters),
    trackingPrefixes: table.trackingPrefixes,
    trackingValues: sets(table.trackingValues),
    twinValues: sets(table.twinValues),
    twinHostLabels: new Set(table.twinHostLabels),
    ampCaches: table.ampCaches,
    ampViewers: new Set(table.ampViewers),
  }
}

function sets(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(table).map(([name, values]) => [name, new Set(values)]))
}
