/** Whether a passage's text is the lead, or one of the passages that it is made of. */
export function isOfLead(text: string, lead: string | null): boolean {
  return lead !== null && `\n${lead}\n`.includes(`\n${text}\n`)
}
