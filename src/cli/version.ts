import { readFileSync } from 'node:fs'

/** As package.json states it; the file stands at the root of the source and, from dist, of the package. */
export const version: string = readVersion()

function readVersion(): string {
  const up = import.meta.url.includes('/dist/src/') ? '../../../package.json' : '../../package.json'
  return (JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { version: string }).version
}
