import type { SourceKind } from '../../model/source.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'

export const sourceKinds: Readonly<Record<SourceKind, MessageKey>> = {
  feed: 'kind.feed',
  sitemap: 'kind.sitemap',
  section: 'kind.section',
  telegram: 'kind.telegram',
  mastodon: 'kind.mastodon',
  warc: 'kind.warc',
}
