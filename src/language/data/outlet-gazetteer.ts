import { readFileSync } from 'node:fs'

/** An outlet, agency or place to post (a social network) by one of its names; the key is its registrable domain. */
export interface KnownOutlet {
  readonly key: string
  readonly kind: 'outlet' | 'agency' | 'channel'
  readonly name: string
}

/** outlet-gazetteer.json: our own list, by kind, then key; names parted by commas, in Russian, Ukrainian, Kazakh, English or their own. */
export const outletGazetteer: readonly KnownOutlet[] = load()

function load(): readonly KnownOutlet[] {
  const table = JSON.parse(
    readFileSync(new URL('./outlet-gazetteer.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<KnownOutlet['kind'], Readonly<Record<string, string>>>>
  return (['agency', 'outlet', 'channel'] as const).flatMap((kind) =>
    Object.entries(table[kind]).flatMap(([key, names]) =>
      names.split(', ').map((name) => ({ key, kind, name })),
    ),
  )
}
