import type { Archive } from '../archive/archive.ts'
import { canonicalAddress } from '../kit/address.ts'
import type { Clock } from '../kit/clock.ts'
import { bareEntry } from '../model/bare-entry.ts'
import type { Capture } from '../model/capture.ts'
import type { SourceId } from '../model/source.ts'
import { parseWarc } from '../wire/formats/warc/parse-warc.ts'

export interface ImportedWarc {
  readonly sourceId: SourceId
  /** Pages whose address the archive did not know: kept, with a job to read each. */
  readonly kept: number
  /** Pages of articles that are there already. */
  readonly known: number
  /** Answers that are no page: pictures, redirects, refusals. */
  readonly passedOver: number
}

/**
 * Keeps the pages of a WARC file and opens a job to read each; whoever reads (`startIntake`) files them. Imported again,
 * after it was cut short or not, it goes on with what is not there. `name` is the file's: it makes the source's address.
 */
export async function importWarc(
  file: AsyncIterable<Uint8Array>,
  options: {
    readonly archive: Archive
    readonly clock: Clock
    readonly name: string
    readonly onProgress?: (pages: number) => void
  },
): Promise<ImportedWarc> {
  const { archive, name, onProgress = () => {} } = options
  const counts = { kept: 0, known: 0, passedOver: 0 }
  const pages = parseWarc(file)[Symbol.asyncIterator]()
  // The first page decides whether it is a WARC file at all, before a source is made of it.
  let next = await pages.next()
  const sourceId = await addSource(options)
  for (; next.done !== true; next = await pages.next()) {
    const address = isPage(next.value) ? canonicalAddress(next.value.address) : null
    if (address === null) counts.passedOver += 1
    else if ((await archive.articles.byAddress(address)) !== null) counts.known += 1
    else {
      await keep(options, next.value, address, sourceId)
      counts.kept += 1
    }
    onProgress(counts.kept + counts.known + counts.passedOver)
  }
  return { sourceId, ...counts }

  async function addSource({ clock }: { readonly clock: Clock }): Promise<SourceId> {
    const address = `file:${encodeURIComponent(name)}`
    const outlet = { key: address, name, language: null, country: null }
    const { source } = await archive.sources.add(
      { kind: 'warc', address, title: name, outlet, nextPollAt: clock(), intervalSeconds: 86_400 },
      clock(),
    )
    // There is nothing to ask again.
    await archive.sources.setState(source.id, 'paused', clock())
    return source.id
  }
}

function isPage({ status, headers }: Capture): boolean {
  return status === 200 && /^\s*(?:$|text\/html|application\/xhtml\+xml)/i.test(headers['content-type'] ?? '')
}

/** A capture that no fetch asked for; killed before its job is opened, it is kept once more by the next import. */
const noJob = -1

async function keep(
  { archive, clock }: { readonly archive: Archive; readonly clock: Clock },
  capture: Capture,
  address: string,
  sourceId: SourceId,
): Promise<void> {
  const work = { kind: 'read', address, sourceId, entry: bareEntry(address), checks: null } as const
  const job = { host: null, dueAt: clock(), key: `read first ${address}` }
  const captureId = await archive.captures.keep(capture, noJob, { ...job, work })
  await archive.jobs.push({ ...job, work: { ...work, captureId } })
}
