/** What of the room is a library entry, `wiredesk/language`: pure and synchronous. */
export { identifyLanguage } from './identify-language.ts'
