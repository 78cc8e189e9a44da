/** robots.txt as it concerns one crawler (RFC 9309). */
export interface RobotsRules {
  /** `path` is the path with its query, as in a URL. */
  allows(path: string): boolean
  /** Crawl-delay of the group that applies, or null. */
  readonly crawlDelaySeconds: number | null
}

export const allowAll: RobotsRules = { allows: () => true, crawlDelaySeconds: null }

/** RFC 9309 §2.5: a crawler reads at least 500 KiB; what lies beyond is not read. */
export const robotsLimit: number = 500 * 1024

/**
 * Reads the groups for `product` (the token before '/' in the user agent), all of them together, or else those
 * for '*'. Lines that are not understood are passed over, so that a page of HTML allows everything.
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const groups = parseGroups(text.slice(0, robotsLimit))
  const wanted = product.toLowerCase()
  const named = groups.filter((group) => group.agents.includes(wanted))
  const chosen = named.length > 0 ? named : groups.filter((group) => group.agents.includes('*'))
  const rules = chosen.flatMap((group) => group.rules)
  const delays = chosen.map((group) => group.delay).filter((delay) => delay !== null)
  return {
    crawlDelaySeconds: delays.length === 0 ? null : Math.max(...delays),
    allows(path) {
      const asked = normalize(path)
      if (asked === '/robots.txt') return true
      // The longest match decides; allow wins between equals (§2.2.2).
      let longest = -1
      let allowed = true
      for (const rule of rules) {
        if (rule.pattern.length < longest || !matches(rule.pattern, asked)) continue
        allowed = rule.pattern.length === longest ? allowed || rule.allow : rule.allow
        longest = rule.pattern.length
      }
      return allowed
    },
  }
}

interface Group {
  readonly agents: string[]
  readonly rules: Rule[]
  delay: number | null
}

interface Rule {
  readonly allow: boolean
  readonly pattern: string
}

function parseGroups(text: string): readonly Group[] {
  const groups: Group[] = []
  let group: Group | undefined
  let isHeadOpen = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const [statement = ''] = line.split('#', 1)
    const colon = statement.indexOf(':')
    const name = statement.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = statement.slice(colon + 1).trim()
    switch (name) {
      case 'user-agent':
        if (group === undefined || !isHeadOpen) {
          group = { agents: [], rules: [], delay: null }
          groups.push(group)
          isHeadOpen = true
        }
        group.agents.push(productToken(value))
        break
      case 'allow':
      case 'disallow':
        isHeadOpen = false
        if (value !== '') group?.rules.push({ allow: name === 'allow', pattern: normalize(value) })
        break
      case 'crawl-delay': {
        isHeadOpen = false
        const seconds = Number.parseFloat(value)
        if (group !== undefined && seconds >= 0) group.delay = seconds
        break
      }
    }
  }
  return groups
}

function productToken(value: string): string {
  return value.startsWith('*') ? '*' : (/^[A-Za-z_-]+/.exec(value)?.[0].toLowerCase() ?? '')
}

/** One spelling for equal paths: unreserved characters bare, all else outside ASCII as %XX in upper case (§2.2.2). */
function normalize(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/gu, (run) => escapeBytes(run))
    .replace(/%([0-9A-Fa-f]{2})/g, (escaped, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16))
      return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase()
    })
}

function escapeBytes(text: string): string {
  return Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

/** '*' stands for any run and a last '$' for the end. Each part is taken at its first place: linear, no backtracking. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const [first = '', ...rest] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  if (rest.length === 0) return !isAnchored || path.length === first.length
  let at = first.length
  const last = isAnchored ? (rest.pop() ?? '') : ''
  for (const part of rest) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return !isAnchored || (path.length - last.length >= at && path.endsWith(last))
}
