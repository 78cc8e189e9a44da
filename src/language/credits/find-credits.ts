import type { Credit, Span } from '../../model/marks.ts'
import { creditCuesOf } from '../data/credit-cues.ts'
import type { Named } from '../names/unite-names.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Sentence } from '../text/sentences.ts'
import { chainCredits } from './chain-credits.ts'
import { type CreditScan, phraseAt, scanForCredits } from './credit-scan.ts'
import { cuedCredits } from './cued-credits.ts'
import { datelines } from './datelines.ts'
import { type FoundCredit, isMedium } from './found-credit.ts'
import { linkedCredits } from './linked-credits.ts'
import { postedCredits } from './posted-credits.ts'

/**
 * Whom the text names as where it has this from, in text order, with who has it from whom (`citing`) within a sentence, and for «об этом» in the one before. Media,
 * posts, bodies, documents, and people where they are no mere speakers: docs/labelling/credits.md. Russian, Ukrainian, English,
 * Kazakh; of other languages what links and datelines tell. Never throws.
 */
export function findCredits(parsed: ParsedText, named: Named): readonly Credit[] {
  const cues = creditCuesOf(parsed.language) ?? creditCuesOf('en')
  if (cues === null) return []
  const scan = scanForCredits(parsed, named, cues)
  const credits: Credit[] = []
  let from = 0
  for (const sentence of parsed.sentences) {
    const found = inSentence(scan, sentence)
    const chain = chainCredits(found)
    const before = credits.length
    const told = tellsBefore(scan, sentence) ? outermost(credits, from, before) : null
    for (const [place, credit] of found.entries()) {
      const citing = chain[place] ?? null
      const isLast = citing === null && isMedium(credit.source)
      credits.push(creditOf(scan, credit, citing === null ? (isLast ? told : null) : before + citing))
    }
    from = before
  }
  return credits
}

/** «Об этом»: what the sentence credits is for the one before. */
function tellsBefore({ tokens, cues }: CreditScan, { first, last }: Sentence): boolean {
  for (let at = first; at < Math.min(last, first + 3); at += 1)
    if (phraseAt(tokens, at, cues.this) !== null) return true
  return false
}

/** The one of the credits of a sentence that no other of them has it from, or null where there are several or none. */
function outermost(credits: readonly Credit[], from: number, until: number): number | null {
  const cited = new Set(credits.slice(from, until).map(({ citing }) => citing))
  const open: number[] = []
  for (let place = from; place < until; place += 1) if (!cited.has(place)) open.push(place)
  return open.length === 1 ? (open[0] ?? null) : null
}

/** The credits of a sentence in the order of their sources, none twice. */
function inSentence(scan: CreditScan, sentence: Sentence): readonly FoundCredit[] {
  const found: FoundCredit[] = []
  const all = [
    ...datelines(scan, sentence),
    ...cuedCredits(scan, sentence),
    ...postedCredits(scan, sentence),
    ...linkedCredits(scan, sentence),
  ]
  for (const credit of all)
    if (!found.some(({ source }) => source.first < credit.source.last && credit.source.first < source.last))
      found.push(credit)
  return found.sort((one, other) => one.source.first - other.source.first)
}

function creditOf(scan: CreditScan, { first, last, source }: FoundCredit, citing: number | null): Credit {
  const { tokens, parsed, mentions, names } = scan
  const opens = source.next > source.last && quotationMark.test(tokens[source.first - 1]?.text ?? '')
  const span = spanOf(opens ? Math.min(first, source.first - 1) : first, last)
  const named = spanOf(source.first, source.last)
  const name = source.mention === null ? null : (mentions[source.mention]?.name ?? null)
  const known = name === null || source.kind === 'document' ? undefined : names[name]?.name
  return {
    start: span.start,
    end: span.end,
    source: named,
    kind: source.kind,
    sourceName: source.base ?? known ?? parsed.text.slice(named.start, named.end),
    name,
    outlet: source.outlet?.key ?? null,
    address: scan.linksIn(span)[0]?.address ?? null,
    citing,
  }

  function spanOf(from: number, until: number): Span {
    return { start: tokens[from]?.start ?? 0, end: tokens[until - 1]?.end ?? 0 }
  }
}

const quotationMark = /^[«"“„”]$/
