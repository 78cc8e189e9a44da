import type { Child } from 'hono/jsx'
import type { Html } from '../html.ts'
import type { View } from '../view.ts'
import { formTokenField } from './guard-forms.ts'

/** A form that posts, with the token that lets it through. */
export function Form(props: {
  readonly view: View
  readonly action: string
  readonly class?: string
  readonly upload?: boolean
  readonly children?: Child
}): Html {
  return (
    <form
      method="post"
      action={props.action}
      enctype={props.upload === true ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
      {...(props.class === undefined ? {} : { class: props.class })}
    >
      <input type="hidden" name={formTokenField} value={props.view.formToken} />
      {props.children}
    </form>
  )
}

/** A labelled text field; `problem` is said beside it and tied to it for those who do not see it. */
export function Field(props: {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly type?: 'text' | 'password' | 'search' | 'url' | 'file'
  readonly hint?: string
  readonly problem?: string | null
  readonly required?: boolean
  readonly autocomplete?: string
  readonly minlength?: number
  readonly accept?: string
  /** Where one begins to type when the page opens: for pages that are a form and nothing before it. */
  readonly first?: boolean
}): Html {
  const { name, label, hint, problem, value, ...rest } = props
  const notes = [hint !== undefined && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={rest.type ?? 'text'}
        required={rest.required}
        autocomplete={rest.autocomplete}
        minlength={rest.minlength}
        accept={rest.accept}
        autofocus={rest.first}
        spellcheck={false}
        {...(value === undefined ? {} : { value })}
        {...(notes === '' ? {} : { 'aria-describedby': notes })}
        {...(problem ? { 'aria-invalid': 'true' as const } : {})}
      />
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
