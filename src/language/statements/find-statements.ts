import type { Credit, Mention, Span, Statement } from '../../model/marks.ts'
import { slavicCuesOf } from '../data/slavic-cues.ts'
import type { Named } from '../names/unite-names.ts'
import type { ParsedText } from '../text/parse-text.ts'
import { attachQuotations } from './attach-quotations.ts'
import { englishStatements } from './english-statements.ts'
import type { Finding } from './finding.ts'
import { headlineStatement } from './headline-statement.ts'
import { kazakhStatements } from './kazakh-statements.ts'
import { quotedStatements } from './quoted-statements.ts'
import { type Range, type Scan, scanText } from './scan.ts'
import { slavicStatements } from './slavic-statements.ts'
import { speakerNames } from './speaker-names.ts'
import { withCircumstances } from './with-circumstances.ts'

/**
 * Who said what, in the order of what was said: quotations with the words that say whose they are, and what is told as
 * another's words, thoughts or wishes. Speakers are places in `named.names` where the text names them.
 */
export function findStatements(
  parsed: ParsedText,
  named: Named,
  credits: readonly Credit[],
): readonly Statement[] {
  const scan = scanText(parsed)
  const headline = headlineStatement(scan, named.mentions)
  const all = attachQuotations(scan, withCircumstances(scan, byGrammar(scan, named.mentions)))
  const findings = [
    ...(headline === null ? [] : [headline]),
    ...all.filter((each) => !isWithin(each, headline)),
  ].toSorted((one, other) => (one.content[0]?.first ?? 0) - (other.content[0]?.first ?? 0))
  const names = speakerNames(scan, findings, named.mentions)
  return findings.flatMap(
    (finding, at) => statementOf(finding, names[at] ?? null, scan, named, credits) ?? [],
  )
}

function byGrammar(scan: Scan, mentions: readonly Mention[]): readonly Finding[] {
  const { language } = scan.parsed
  const cues = slavicCuesOf(language)
  if (cues !== null) return slavicStatements(scan, cues)
  if (language === 'en') return englishStatements(scan)
  return language === 'kk' ? kazakhStatements(scan) : quotedStatements(scan, mentions)
}

/** A quotation that is the headline's own. */
function isWithin({ content }: Finding, headline: Finding | null): boolean {
  const [said] = headline?.content ?? []
  return said !== undefined && content.every(({ first, last }) => first >= said.first && last <= said.last)
}

function statementOf(
  finding: Finding,
  name: number | null,
  { tokens }: Scan,
  { mentions }: Named,
  credits: readonly Credit[],
): Statement | null {
  const content = finding.content.flatMap((range) => spanOf(range) ?? [])
  if (content.length === 0) return null
  const speaker = spanOf(finding.speaker)
  const addressee = spanOf(finding.addressee)
  const cue = spanOf(finding.cue)
  return {
    content,
    cue,
    speaker: speaker === null ? null : { ...speaker, name },
    manner: finding.manner,
    act: finding.act,
    addressee: addressee === null ? null : { ...addressee, name: nameIn(addressee) },
    occasion: spanOf(finding.occasion),
    credit: creditOf(content, cue),
  }

  function spanOf(range: Range | null): Span | null {
    const start = tokens[range?.first ?? -1]?.start
    const end = tokens[(range?.last ?? 0) - 1]?.end
    return start === undefined || end === undefined ? null : { start, end }
  }

  function nameIn(span: Span): number | null {
    return mentions.find(({ start, end }) => start < span.end && span.start < end)?.name ?? null
  }

  /** The credit that stands beside it: between its first word and the sentence behind its last. */
  function creditOf(said: readonly Span[], by: Span | null): number | null {
    const from = Math.min(by?.start ?? Number.POSITIVE_INFINITY, said[0]?.start ?? 0)
    const until = Math.max(by?.end ?? 0, said.at(-1)?.end ?? 0) + farthestCredit
    const at = credits.findIndex(({ start }) => start >= from && start <= until)
    return at === -1 ? null : at
  }
}

/** In characters: «…, сообщил Серов, передаёт агентство …». */
const farthestCredit = 80
