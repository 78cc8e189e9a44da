import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { loadStories } from '../../demo/load-stories.ts'
import { plain } from '../../demo/markup.ts'
import type { ScheduledReport, Version } from '../../demo/outlet.ts'
import { outlets } from '../../demo/outlets/all-outlets.ts'
import { scheduleStories } from '../../demo/schedule.ts'
import { type DemoWorld, type PublishedReport, startDemoWorld } from '../../demo/world.ts'
import type { Article, Block } from '../../src/model/article.ts'
import { blockText } from '../../src/model/block-text.ts'
import {
  emptyMemory,
  type OutletMemory,
  type PageNote,
  readAndNote,
  remember,
} from '../../src/reader/index.ts'
import { askDemo } from '../support/ask-demo.ts'

const start = Date.UTC(2026, 10, 24, 9)
const speed = 12
const seed = 1
const minute = 60_000

/** How an outlet's template shows a report, where that is not: lead set apart, blocks as written, the author alone. */
interface Habit {
  readonly leadStandsInBody?: true
  readonly everyBlockIsAParagraph?: true
  readonly authors?: (author: string | null) => readonly string[]
  /** Its time is only told in words, to the minute and without its zone. */
  readonly timeInWords?: true
}

const habits: Readonly<Record<string, Habit>> = {
  luginform: { authors: (author) => [author ?? 'Луг-Информ'] },
  courier: { authors: (author) => [author ?? 'Courier staff'] },
  chronicle: { leadStandsInBody: true, everyBlockIsAParagraph: true, timeInWords: true },
  holos: {},
  tumarly: {},
  stavren: {},
  leaflet: { leadStandsInBody: true, authors: () => [], timeInWords: true },
}

/**
 * The stories say what every page says, so each reading is held against the truth, whole. Two outlets set words of their
 * own among those of the report, so that only who has read other pages of theirs can tell: all of an outlet's are read
 * once before.
 */
describe('the reader in the demo world', () => {
  let world: DemoWorld
  let truth: ReadonlyMap<string, ScheduledReport>
  let now = start
  before(async () => {
    now = start
    world = await startDemoWorld({ clock: () => now, speed, seed, slowMilliseconds: [0, 0] })
    const scheduled = scheduleStories(loadStories(), outlets, { start, speed, seed })
    truth = new Map(scheduled.map((report) => [report.id, report]))
  })
  after(() => world.close())

  for (const [host, habit] of Object.entries(habits))
    it(`reads every report of ${host} as it was written`, async () => {
      let memory = emptyMemory
      now = start
      for (const published of reportsOf(host)) {
        const { note } = await readPage(published, memory)
        if (note !== null) memory = remember(memory, [note])
      }
      // Half an hour in, a report stands that is withdrawn soon after.
      for (now of [0, 35, 60].map((minutes) => start + (minutes * minute) / speed))
        for (const published of reportsOf(host)) {
          const { article } = await readPage(published, memory)
          assert.deepEqual(whatWasRead(article), whatWasWritten(published, habit), published.id)
        }
    })

  function reportsOf(host: string): readonly PublishedReport[] {
    return world.published().filter(({ outlet, isPaywalled }) => outlet === host && !isPaywalled)
  }

  async function readPage(
    { address }: PublishedReport,
    memory: OutletMemory,
  ): Promise<{ readonly article: Article; readonly note: PageNote | null }> {
    let answer = await askDemo(address)
    for (let again = 0; answer.status === 429 && again < 5; again++) {
      now += 5 * minute
      answer = await askDemo(address)
    }
    assert.equal(answer.status, 200, address)
    const contentType = answer.headers['content-type'] ?? null
    const { reading, note } = readAndNote({
      bytes: answer.bytes,
      address,
      contentType,
      fetchedAt: now,
      memory,
    })
    assert.equal(reading.kind, 'article', address)
    return { article: (reading as { readonly article: Article }).article, note }
  }

  function whatWasWritten({ id }: PublishedReport, habit: Habit): Told {
    const report = truth.get(id)
    const version = report?.versions.findLast(({ since }) => since <= now)
    assert.ok(report !== undefined && version !== undefined, id)
    const lead = version.lead === null ? null : plain(version.lead)
    return {
      headline: version.headline,
      lead: habit.leadStandsInBody ? null : lead,
      authors: habit.authors?.(report.author) ?? (report.author === null ? [] : [report.author]),
      publishedAt: habit.timeInWords ? inWords(report) : stated(report.publishedAt),
      blocks: writtenBlocks(version, habit),
    }
  }
})

interface Told {
  readonly headline: string
  readonly lead: string | null
  readonly authors: readonly string[]
  readonly publishedAt: string | undefined
  readonly blocks: readonly string[]
}

function whatWasRead({ headline, lead, authors, publishedAt, blocks }: Article): Told {
  return {
    headline,
    lead,
    authors,
    publishedAt: publishedAt === null ? undefined : stated(publishedAt.at),
    blocks: blocks.filter(({ kind }) => kind !== 'figure').map((block) => told(block.kind, blockText(block))),
  }
}

function writtenBlocks({ lead, body }: Version, habit: Habit): readonly string[] {
  const texts = habit.leadStandsInBody && lead !== null ? [lead, ...body] : body
  if (habit.everyBlockIsAParagraph) return texts.map((text) => told('paragraph', plain(text)))
  const blocks: string[] = []
  let isInList = false
  for (const text of texts) {
    const isItem = text.startsWith('- ')
    if (isItem && isInList) blocks.push(`${blocks.pop()}\n${plain(text)}`)
    else blocks.push(told(kindOf(text), plain(text)))
    isInList = isItem
  }
  return blocks
}

function kindOf(text: string): Block['kind'] {
  if (text.startsWith('- ')) return 'list'
  if (text.startsWith('> ')) return 'quote'
  return text.startsWith('## ') ? 'heading' : 'paragraph'
}

function told(kind: Block['kind'], text: string): string {
  return `${kind}: ${text}`
}

/** Pages tell their times to the second. */
function stated(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString()
}

/** What a page tells without a zone is read as UTC. */
function inWords({ publishedAt, outlet }: ScheduledReport): string {
  return stated(Math.floor((publishedAt + outlet.offsetMinutes * minute) / minute) * minute)
}
