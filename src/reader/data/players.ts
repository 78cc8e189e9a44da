import { readFileSync } from 'node:fs'

/** Sites whose videos, posts and other parts stand in the pages of others: players.json. */
const table = JSON.parse(readFileSync(new URL('./players.json', import.meta.url), 'utf8')) as Readonly<
  Record<PlayerKind, readonly string[]>
>

export type PlayerKind = 'video' | 'post' | 'other'

const kindOfHost = new Map(
  (['other', 'post', 'video'] as const).flatMap((kind) => table[kind].map((host) => [host, kind] as const)),
)

/** What is embedded from this host or the one it belongs to; null when nothing is known of it. */
export function playerKind(host: string): PlayerKind | null {
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const kind = kindOfHost.get(name)
    if (kind !== undefined) return kind
  }
  return null
}
