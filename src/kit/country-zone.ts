import { readFileSync } from 'node:fs'

const zones = JSON.parse(
  readFileSync(new URL('./data/country-zones.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>

/**
 * The time zone (IANA) of the country whose domain an outlet's key ends with, where that country keeps one clock: 'kz',
 * not 'ru'. Null for others and for channels.
 */
export function countryZone(outletKey: string): string | null {
  if (outletKey.includes('/')) return null
  return zones[outletKey.split('.').at(-1) ?? ''] ?? null
}
