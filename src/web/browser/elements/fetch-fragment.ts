/** A part of a page from this site, parsed but not yet in the document; null when it could not be had. */
export async function fetchFragment(address: string): Promise<Document | null> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } })
    if (!answer.ok) return null
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  } catch {
    // The network is away: whoever asked asks again.
    return null
  }
}
