import type { Moment } from '../../model/time.ts'
import { dateLabels } from '../data/date-labels.ts'
import { attribute, elementsOf, hints, type PageNode } from '../parse/page-node.ts'
import { isElsewhere } from './elsewhere.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { textWithin } from './page-data.ts'
import { parseMoment } from './parse-moment.ts'
import { relativeMoment } from './relative-moment.ts'
import { yearlessMoment } from './yearless-moment.ts'

/** Dates that the page shows, the best first: whether its label says that it is of a change. */
export interface VisibleDate {
  readonly moment: Moment
  readonly isChange: boolean
}

const mostTimes = 50

/** Those of `<time>`: behind the headline before others, of publication by their class or label before others. */
export function timeElements({ page, locale, heading }: MetadataSources): readonly VisibleDate[] {
  const shown = elementsOf(page, 'time').filter((node) => !isElsewhere(page, node, heading))
  const dated = shown.slice(0, mostTimes).flatMap((node) => {
    const text = textWithin(page, node)
    const moment = parseMoment(attribute(node, 'datetime') || text, locale) ?? parseMoment(text, locale)
    return moment === null ? [] : [{ node, moment, isChange: saysChange(page.nodes, node, text) }]
  })
  return [
    ...dated.filter(({ node }) => node.index > heading),
    ...dated.filter(({ node }) => node.index <= heading),
  ]
}

function saysChange(nodes: readonly PageNode[], node: PageNode, text: string): boolean {
  const marked = `${attribute(node, 'itemprop')} ${hints(node)} ${node.parent === null ? '' : hints(node.parent)}`
  if (/publish|posted|created/i.test(marked)) return false
  return /modif|updat/i.test(marked) || dateLabels.modified.test(labelled(nodes, node, text))
}

const digit = /\p{Nd}/u
const dateHint = /date|time|publish|byline|meta|posted|info|author|datum|fecha|data|дата/

/** Dates in words: in elements named for them wherever they stand, else near the headline. */
export function datesInText(sources: MetadataSources): readonly VisibleDate[] {
  const { page, locale, heading } = sources
  const texts = elementsOf(page, '#text')
    .filter(({ text }) => text.length < 200 && digit.test(text))
    .map((node) => ({
      node,
      distance: node.index < heading ? (heading - node.index) * 2 : node.index - heading,
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 150)
  const named: VisibleDate[] = []
  const near: VisibleDate[] = []
  for (const { node, distance } of texts) {
    const isNamed = isHinted(node) || (distance < nearby && node.text.trim().length < 40)
    if (!isNamed && distance >= 150) continue
    const moment = momentIn(node, sources, distance)
    if (moment === null || isElsewhere(page, node, heading)) continue
    const found = { moment, isChange: dateLabels.modified.test(labelled(page.nodes, node, node.text.trim())) }
    if (isNamed) named.push(found)
    else near.push(found)
  }
  return [...named, ...near]

  function momentIn(node: PageNode, { fetchedAt }: MetadataSources, distance: number): Moment | null {
    const stated = parseMoment(withoutLabel(node.text), locale)
    if (stated !== null || fetchedAt === null || heading === 0 || distance > 60) return stated
    return yearlessMoment(node.text, locale, fetchedAt) ?? relativeMoment(node.text, locale, fetchedAt)
  }
}

/** Nodes. */
const nearby = 400

function isHinted({ parent }: PageNode): boolean {
  return (
    parent !== null &&
    (dateHint.test(hints(parent)) ||
      (parent.parent !== null && /date|publish|posted/.test(hints(parent.parent))))
  )
}

function withoutLabel(text: string): string {
  return text.trim().replace(dateLabels.published, '').replace(dateLabels.modified, '')
}

/** The text with the one before it, where that is a label: 'Updated', '3 November 2026'. */
function labelled(nodes: readonly PageNode[], node: PageNode, own: string): string {
  if (/^\p{L}{4,}/u.test(own) && (dateLabels.modified.test(own) || dateLabels.published.test(own))) return own
  for (let at = node.index - 1; at > node.index - 6 && at > 0; at--) {
    const before = nodes[at]
    if (before?.tag === '#text' && before.text.trim() !== '')
      return before.text.trim().length < 30 ? before.text.trim() : own
  }
  return own
}
