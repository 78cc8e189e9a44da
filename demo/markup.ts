import type { Edition } from './outlet.ts'

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Text with [words](id) as links. */
export function inline(text: string, { addressOf }: Pick<Edition, 'addressOf'>): string {
  return escaped(text).replace(
    /\[([^\]]+)\]\(([a-z0-9-]+)\)/g,
    (_, words: string, id: string) => `<a href="${addressOf(id)}">${words}</a>`,
  )
}

export function plain(text: string): string {
  return text.replace(/\[([^\]]+)\]\([a-z0-9-]+\)/g, '$1').replace(/^(> |## |- )/, '')
}

/** The body of a report as HTML blocks, one a paragraph, neighbouring items in one list. */
export function blocks(body: readonly string[], edition: Pick<Edition, 'addressOf'>): readonly string[] {
  const html: string[] = []
  let items: string[] = []
  for (const text of [...body, '']) {
    if (text.startsWith('- ')) {
      items.push(`<li>${inline(text.slice(2), edition)}</li>`)
      continue
    }
    if (items.length > 0) html.push(`<ul>${items.join('')}</ul>`)
    items = []
    if (text.startsWith('> ')) html.push(`<blockquote><p>${inline(text.slice(2), edition)}</p></blockquote>`)
    else if (text.startsWith('## ')) html.push(`<h2>${inline(text.slice(3), edition)}</h2>`)
    else if (text !== '') html.push(`<p>${inline(text, edition)}</p>`)
  }
  return html
}
