const here = 'http://here.invalid'

/** A path on this site to go back to, or `otherwise`: never another site's address, however it is written. */
export function localPath(path: unknown, otherwise: string): string {
  if (typeof path !== 'string' || !path.startsWith('/') || /^\/[/\\]|[\s\\]/.test(path)) return otherwise
  if (!URL.canParse(path, here)) return otherwise
  const url = new URL(path, here)
  return url.origin === here ? url.pathname + url.search : otherwise
}
