import { endsSentence, weightOf } from '../body/prose.ts'
import { isFurnitureText } from '../data/furniture.ts'
import { isChannelTail, isCounter } from '../data/plain-text-words.ts'

/**
 * How many of the lines are the article's: where the furniture at the end begins (a line known as its heading, or times
 * of day, with hardly a sentence behind), and what channels set below their posts left out.
 */
export function endOfArticle(lines: readonly string[]): number {
  let end = columnAt(lines)
  while (end > 1 && isTail(lines[end - 1] ?? '')) end--
  return end
}

function columnAt(lines: readonly string[]): number {
  const sums = sumsFrom(lines)
  let hasProse = false
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (!hasProse) {
      hasProse = isSentence(line)
      continue
    }
    const isTimedLine = isTimed(line)
    const opens = isTimedLine || (line.length < 60 && isFurnitureText(line))
    if (opens && sums.isColumn(isTimedLine ? at : at + 1)) return at
  }
  return lines.length
}

function isTail(line: string): boolean {
  return isChannelTail(line) || isCounter(line) || isFurnitureText(line)
}

/** Sums from the end, so that what follows a line is judged without reading it again. */
function sumsFrom(lines: readonly string[]): { isColumn(from: number): boolean } {
  const timed = new Int32Array(lines.length + 1)
  const paragraphs = new Int32Array(lines.length + 1)
  const sentences = new Int32Array(lines.length + 1)
  const headlines = new Int32Array(lines.length + 1)
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? ''
    const isTimedLine = isTimed(line)
    const ends = endsSentence(line)
    timed[at] = (timed[at + 1] ?? 0) + (isTimedLine ? 1 : 0)
    paragraphs[at] = (paragraphs[at + 1] ?? 0) + (ends && weightOf(line) > 220 ? 1 : 0)
    sentences[at] = (sentences[at + 1] ?? 0) + (ends && weightOf(line) > 70 ? 1 : 0)
    headlines[at] = (headlines[at + 1] ?? 0) + (!ends || isTimedLine ? 1 : 0)
  }
  return {
    /** Short lines of which many carry a time, or that mostly end like headlines. */
    isColumn(from) {
      const count = lines.length - from
      if (count <= 0) return true
      const share = (sums: Int32Array): number => (sums[from] ?? 0) / count
      return (
        (share(timed) >= 0.25 && share(paragraphs) <= 0.2) ||
        (share(headlines) >= 0.6 && share(sentences) <= 0.2)
      )
    },
  }
}

/** The column stands behind the text: nothing before the first sentence opens it. */
function isSentence(line: string): boolean {
  return line.length > 40 && endsSentence(line)
}

/** '18:30' by itself, or glued before or behind a headline; a whole date dates the article. */
function isTimed(line: string): boolean {
  if (line.length > 400) return false
  if (/^(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/.test(line)) return true
  return /(?:[01]?\d|2[0-3]):[0-5]\d$/.test(line) && !/(?:19|20)\d{2}/.test(line)
}
