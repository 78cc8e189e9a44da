import type { Roles } from '../body/element-roles.ts'
import type { Passage } from '../body/passages.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import type { StatedVideo } from './stated-videos.ts'

/** What the blocks of an article are made from. */
export interface BlockInput {
  readonly page: Page
  readonly roles: Roles
  readonly container: PageNode
  readonly kept: readonly Passage[]
  /** Elements whose pictures and players are not the article's. */
  readonly isDropped: (node: PageNode) => boolean
  readonly address: string
  /** Elements outside of the container whose pictures and posts are the article's too. */
  readonly added?: readonly PageNode[]
  /** What the page's data says of its videos. */
  readonly videos?: readonly StatedVideo[]
}
