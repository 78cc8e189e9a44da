import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Story, storySchema } from './story.ts'

const folder = new URL('./stories/', import.meta.url)

/** Every story line in demo/stories, in the order of their file names. A fault is an Error that names file and field. */
export function loadStories(): readonly Story[] {
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseStory(readFileSync(new URL(name, folder), 'utf8'), `demo/stories/${name}`))
  checkReferences(stories)
  return stories
}

export function parseStory(text: string, file: string): Story {
  const parsed = storySchema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  throw new Error(`${file} is not a story line:\n${z.prettifyError(parsed.error)}`)
}

/** Ids are unique, and nothing links to or repeats what is not out before it. */
export function checkReferences(stories: readonly Story[]): void {
  const times = new Map<string, number>()
  for (const { id, at } of stories.flatMap(({ reports }) => reports)) {
    if (times.has(id)) throw new Error(`Two reports are called ${id}.`)
    times.set(id, at)
  }
  for (const report of stories.flatMap(({ reports }) => reports)) {
    const named = 'copyOf' in report ? [report.copyOf] : report.body.flatMap(linksOf)
    for (const id of named) {
      const time = times.get(id)
      if (time === undefined) throw new Error(`${report.id} names ${id}, and there is no such report.`)
      if (time > report.at) throw new Error(`${report.id} names ${id}, which comes out later.`)
    }
  }
}

function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([a-z0-9-]+)\)/g)].map((match) => match[1] ?? '')
}
