import type { Source } from '../../model/source.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { healthWords } from './health-words.ts'

/** A source's health at a glance (a word with a mark, never colour alone) and in sentences. */
export function SourceHealth({ source, view }: { readonly source: Source; readonly view: View }): Html {
  const { tone, state, sentences } = healthWords(source, view)
  return (
    <div class="health">
      <span class={`state ${tone}`}>{state}</span>
      <p>{sentences.join(' ')}</p>
    </div>
  )
}
