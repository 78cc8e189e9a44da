import type { Archive, JobWork } from '../../src/archive/archive.ts'

/** What an archive holds at one moment, by address. */
export interface Ledger {
  readonly articles: ReadonlyMap<string, FiledReport>
  /** Addresses listed by a source. */
  readonly listed: ReadonlySet<string>
  /** Addresses with open jobs, by the kind of the job. */
  readonly open: Readonly<Record<JobWork['kind'], ReadonlySet<string>>>
  readonly setAside: number
  /** Addresses of which there is more than one article. */
  readonly twice: readonly string[]
}

export interface FiledReport {
  readonly id: number
  /** Of its revisions, oldest first. */
  readonly headlines: readonly string[]
}

/** Reads a backup of it, which shows every row as it is at one moment. */
export async function readLedger(archive: Archive): Promise<Ledger> {
  const articles = new Map<string, { readonly id: number; readonly headlines: string[] }>()
  const headlines = new Map<number, string[]>()
  const listed = new Set<string>()
  const open = {
    fetch: new Set<string>(),
    read: new Set<string>(),
    discover: new Set<string>(),
    explain: new Set<string>(),
  }
  const twice: string[] = []
  let setAside = 0
  for await (const line of archive.upkeep.dump()) {
    const { table, row } = JSON.parse(line) as { readonly table?: string; readonly row: Row }
    if (table === 'articles') {
      if (articles.has(row.address)) twice.push(row.address)
      const filed = { id: row.id, headlines: [] }
      articles.set(row.address, filed)
      headlines.set(row.id, filed.headlines)
    }
    if (table === 'revisions') headlines.get(row.article_id)?.push(row.headline)
    if (table === 'addresses') listed.add(row.address)
    if (table === 'jobs') {
      const work = JSON.parse(row.work) as JobWork
      open[work.kind].add(work.address)
      if (row.set_aside_at !== null) setAside += 1
    }
  }
  return { articles, listed, open, setAside, twice }
}

interface Row {
  readonly id: number
  readonly address: string
  readonly article_id: number
  readonly headline: string
  readonly work: string
  readonly set_aside_at: number | null
}
