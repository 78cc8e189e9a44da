import type { HtmlEscapedString } from 'hono/utils/html'

/** What a component gives: escaped markup. Text put into it is escaped; there is no way around that in our pages. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
