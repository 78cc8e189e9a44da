import { DeskAnswer } from './elements/desk-answer.ts'
import { DeskKeys } from './elements/desk-keys.ts'
import { DeskLatest } from './elements/desk-latest.ts'
import { DeskPassages } from './elements/desk-passages.ts'
import { DeskRules } from './elements/desk-rules.ts'
import { DeskSources } from './elements/desk-sources.ts'

customElements.define('desk-keys', DeskKeys)
customElements.define('desk-latest', DeskLatest)
customElements.define('desk-sources', DeskSources)
customElements.define('desk-answer', DeskAnswer)
customElements.define('desk-passages', DeskPassages)
customElements.define('desk-rules', DeskRules)
