import type { View } from '../../web/view.ts'

/** How the parts of an article are shown. */
export interface Showing {
  readonly view: View
  /** True when the reader asked to load pictures from where they lie. */
  readonly pictures: boolean
}
