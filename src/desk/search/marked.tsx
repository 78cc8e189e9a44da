import type { Html } from '../../web/html.ts'

/** Text with what was found marked; `marks` are UTF-16 ranges in order, not overlapping. */
export function Marked(props: {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}): Html {
  const { text, marks } = props
  const parts: (string | Html)[] = []
  let done = 0
  for (const { start, end } of marks) {
    if (start < done) continue
    parts.push(text.slice(done, start), <mark>{text.slice(start, end)}</mark>)
    done = end
  }
  parts.push(text.slice(done))
  return <>{parts}</>
}
