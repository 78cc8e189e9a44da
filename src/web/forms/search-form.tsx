import type { Html } from '../html.ts'
import type { View } from '../view.ts'
import { Field } from './form.tsx'

/** A line to search by: the form asks `action` for what was typed, and begins to take typing where nothing was. */
export function SearchForm(props: {
  readonly view: View
  readonly action: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly problem?: string | null
  readonly asked: string
}): Html {
  const { view, action, asked, ...field } = props
  return (
    <search>
      <form method="get" action={action} class="row wide">
        <Field type="search" value={asked} first={asked === ''} {...field} />
        <button type="submit">{view.t('search.find')}</button>
      </form>
    </search>
  )
}
