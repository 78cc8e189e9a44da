/** What an element is, or what it stands in, as bits: a node has its ancestors' roles and its own. */
export const role: Readonly<Record<RoleName, number>> = {
  unseen: 1 << 0,
  nav: 1 << 1,
  footer: 1 << 2,
  aside: 1 << 3,
  form: 1 << 4,
  hidden: 1 << 5,
  figure: 1 << 6,
  caption: 1 << 7,
  quote: 1 << 8,
  item: 1 << 9,
  cell: 1 << 10,
  heading: 1 << 11,
  link: 1 << 12,
  embed: 1 << 13,
  header: 1 << 14,
  button: 1 << 15,
  pre: 1 << 16,
  furniture: 1 << 17,
  comments: 1 << 18,
  byline: 1 << 19,
  standfirst: 1 << 20,
  dialog: 1 << 21,
  pullQuote: 1 << 22,
  gate: 1 << 23,
  box: 1 << 24,
  articleBody: 1 << 25,
  strong: 1 << 26,
  teaser: 1 << 27,
}

export function roleNames(bits: number): readonly RoleName[] {
  return (Object.keys(role) as RoleName[]).filter((name) => (bits & role[name]) !== 0)
}

/**
 * `unseen` is no part of what a visitor sees (script, template); `furniture` and the names after it are what class
 * and id hint at; `articleBody` is microdata's.
 */
export type RoleName =
  | 'unseen'
  | 'nav'
  | 'footer'
  | 'aside'
  | 'form'
  | 'hidden'
  | 'figure'
  | 'caption'
  | 'quote'
  | 'item'
  | 'cell'
  | 'heading'
  | 'link'
  | 'embed'
  | 'header'
  | 'button'
  | 'pre'
  | 'furniture'
  | 'comments'
  | 'byline'
  | 'standfirst'
  | 'dialog'
  | 'pullQuote'
  | 'gate'
  | 'box'
  | 'articleBody'
  | 'strong'
  | 'teaser'
