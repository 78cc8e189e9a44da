import { DeskDiscovery } from './elements/desk-discovery.ts'
import { DeskKeys } from './elements/desk-keys.ts'
import { DeskLatest } from './elements/desk-latest.ts'
import { DeskSources } from './elements/desk-sources.ts'

customElements.define('desk-keys', DeskKeys)
customElements.define('desk-latest', DeskLatest)
customElements.define('desk-sources', DeskSources)
customElements.define('desk-discovery', DeskDiscovery)
