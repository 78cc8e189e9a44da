import { readFileSync } from 'node:fs'
import { foldWord } from '../fold-word.ts'
import { soundOf } from '../names/identity/sound-key.ts'

/** Given names that are one in several languages and do not sound alike: one sound for all of them, else the sound itself. */
export function sameGivenName(sound: string): string {
  return same.get(sound) ?? sound
}

const same: ReadonlyMap<string, string> = load()

function load(): ReadonlyMap<string, string> {
  const file = new URL('./same-given-names.json', import.meta.url)
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly string[]
  return new Map(
    rows.flatMap((row) => {
      const sounds = row.split(' ').map((name) => soundOf(foldWord(name)))
      return sounds.map((sound): [string, string] => [sound, sounds[0] ?? sound])
    }),
  )
}
