/** The address when a browser may be sent there (http or https), else null: `javascript:` is only text to us. */
export function safeLink(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}
