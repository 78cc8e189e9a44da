import type { RuleField } from '../../model/outlet-rules.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'

export const fieldLabels: Readonly<Record<RuleField, MessageKey>> = {
  keep: 'rules.keep',
  drop: 'rules.drop',
  title: 'rules.headline',
  date: 'rules.date',
  author: 'rules.author',
}
