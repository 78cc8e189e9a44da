import type { Child } from 'hono/jsx'
import type { TextLink } from '../../model/article.ts'
import type { Span } from '../../model/marks.ts'
import type { Html } from '../../web/html.ts'
import { OutsideLink } from '../../web/outside-link.tsx'
import { safeLink } from '../../web/safe-link.ts'
import { type Nested, nestStretches } from './nest-stretches.ts'
import type { TextMark } from './text-marks.ts'

type Stretch = TextMark | (Span & { readonly what: 'link'; readonly address: string })

/**
 * Text with the links that its page has and with what was found in it. A link whose address is not for browsers, or which
 * overlaps another, stays plain text; a name that the page links elsewhere leads where the page says.
 */
export function MarkedText(props: {
  readonly text: string
  readonly links?: readonly TextLink[]
  readonly marks?: readonly TextMark[]
}): Html {
  const links = followable(props.links ?? [])
  const marks = (props.marks ?? []).filter(
    (mark) => mark.what !== 'name' || !links.some(({ start, end }) => start < mark.end && mark.start < end),
  )
  return <>{nestStretches<Stretch>(props.text, [...marks, ...links]).map(view)}</>
}

function followable(links: readonly TextLink[]): readonly Extract<Stretch, { what: 'link' }>[] {
  let done = 0
  return links.flatMap(({ start, end, address }) => {
    if (start < done || end <= start || safeLink(address) === null) return []
    done = end
    return { start, end, what: 'link' as const, address }
  })
}

function view(part: Nested<Stretch>): string | Html {
  if (typeof part === 'string') return part
  return (
    <Marked stretch={part.stretch} isFirst={part.isFirst}>
      {part.inside.map(view)}
    </Marked>
  )
}

function Marked({
  stretch,
  isFirst,
  children,
}: {
  readonly stretch: Stretch
  readonly isFirst: boolean
  readonly children?: Child
}): Html {
  switch (stretch.what) {
    case 'link':
      return <OutsideLink to={stretch.address}>{children}</OutsideLink>
    case 'name':
      return (
        <a class="named" href={`/names/${stretch.name.id}`}>
          {children}
        </a>
      )
    case 'time':
      return (
        <span class="when" title={stretch.value}>
          {children}
        </span>
      )
    case 'statement':
    case 'credit':
    case 'encounter': {
      const anchor = isFirst && stretch.id !== null ? { id: stretch.id } : {}
      return (
        <span class={classes[stretch.what]} {...anchor}>
          {children}
        </span>
      )
    }
  }
}

const classes = { statement: 'stated', credit: 'credited', encounter: 'met' } as const
