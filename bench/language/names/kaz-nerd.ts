import { insideOutside } from './inside-outside.ts'
import type { LabelledText } from './labelled-text.ts'

/** The sentences of a KazNERD file; what it calls a facility is a place. */
export function kazNerd(file: string): readonly LabelledText[] {
  return insideOutside(file, 'kk', {
    PERSON: 'person',
    ORGANISATION: 'organisation',
    GPE: 'place',
    LOCATION: 'place',
    FACILITY: 'place',
    PRODUCT: 'product',
    EVENT: 'event',
  })
}
