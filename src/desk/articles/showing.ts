import type { View } from '../../web/view.ts'
import type { TextMarks } from './text-marks.ts'

/** How the parts of an article are shown. */
export interface Showing {
  readonly view: View
  /** True when the reader asked to load pictures from where they lie. */
  readonly pictures: boolean
  /** What was found in its text, or as much of that as is to be seen. */
  readonly marks: TextMarks
}
