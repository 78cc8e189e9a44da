import { createFetcher, type Fetcher } from '../wire/fetcher.ts'
import type { Configuration } from './configuration.ts'
import { version } from './version.ts'

/** A fetcher as configured, for one command; closed whatever happens. */
export async function withFetcher<Result>(
  configuration: Configuration,
  use: (fetcher: Fetcher) => Promise<Result>,
): Promise<Result> {
  const fetcher = createFetcher(fetcherOptions(configuration))
  try {
    return await use(fetcher)
  } finally {
    await fetcher.close()
  }
}

export function fetcherOptions(configuration: Configuration): Parameters<typeof createFetcher>[0] {
  return {
    clock: Date.now,
    chance: Math.random,
    userAgent: userAgent(configuration.contact),
    allowAddresses: configuration.allow,
    proxy: configuration.proxy ?? null,
    hostGapSeconds: configuration.hostGapSeconds,
  }
}

/** Says who asks and how to reach them, as RFC 9110 §10.1.5 wishes. */
function userAgent(contact: string): string {
  return `Wiredesk/${version} (${contact === '' ? 'self-hosted news desk' : contact})`
}
