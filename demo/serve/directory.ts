import { escaped } from '../markup.ts'
import type { Answer, Outlet } from '../outlet.ts'

/** For whoever comes by no outlet's name: which there are. */
export function directory(outlets: readonly Outlet[], originOf: (outlet: Outlet) => string): Answer {
  const rows = outlets.map(
    (outlet) =>
      `<li lang="${outlet.language}"><a href="${originOf(outlet)}${outlet.front}">${escaped(outlet.title)}</a></li>`,
  )
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The demo world</title></head>
<body><h1>The demo world</h1><p>Outlets, towns, people and events on these pages are invented.</p><ul>${rows.join('\n')}</ul></body></html>`
  return { type: 'text/html; charset=utf-8', body, modifiedAt: null }
}
