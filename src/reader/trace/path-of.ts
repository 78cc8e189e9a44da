import { attribute, type PageNode } from '../parse/page-node.ts'

const stepsShown = 5
const classesShown = 2

/** Where a node stands, as a CSS selector of the last few elements around it: `main > div.story > p`. */
export function pathOf(node: PageNode): string {
  const steps: string[] = []
  for (let at: PageNode | null = node; at !== null && steps.length < stepsShown; at = at.parent)
    if (at.tag !== '#root' && at.tag !== '#text') steps.unshift(stepOf(at))
  return steps.join(' > ')
}

/** An id with digits in it is mostly of this one page, and names nothing on the next. */
function stepOf(node: PageNode): string {
  const id = attribute(node, 'id')
  const names = attribute(node, 'class').split(/\s+/).filter(isName).slice(0, classesShown)
  return [
    isName(node.tag) ? node.tag : '*',
    isName(id) && !/\d/.test(id) ? `#${id}` : '',
    ...names.map((name) => `.${name}`),
  ].join('')
}

/** What stands in a selector as it is written. */
function isName(text: string): boolean {
  return /^-?[a-z_\u00a1-\uffff][\w\u00a1-\uffff-]*$/i.test(text)
}
