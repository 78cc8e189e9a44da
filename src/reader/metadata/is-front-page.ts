/** Whether an address is a site's front page. */
export function isFrontPage(address: string): boolean {
  return /^https?:\/\/[^/]+\/?$/.test(address)
}
