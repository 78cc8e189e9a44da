import { after } from 'node:test'
import { closeBrowser } from './drive-browser.ts'

export { openBrowser, signIn } from './drive-browser.ts'

// One browser for all tests of the process, until the last of them is over.
after(closeBrowser)
