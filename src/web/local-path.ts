const here = 'http://here.invalid'

/** A path on this site to go back to, or `otherwise`: never another site's address, however it is written. */
export function localPath(path: unknown, otherwise: string): string {
  if (typeof path !== 'string' || !path.startsWith('/') || /^\/[/\\]|[\s\\]/.test(path)) return otherwise
  if (!URL.canParse(path, here)) return otherwise
  const { origin, pathname, search } = new URL(path, here)
  // `/.//elsewhere.example` is a path of ours until its dots are taken out.
  return origin === here && !pathname.startsWith('//') ? pathname + search : otherwise
}
