import { readFileSync } from 'node:fs'
import { topicNames } from './topics.ts'

/** What speaks for which topic, made by scripts/train-topics.ts: see docs/models/topic.md. A row holds a number for each topic. */
export interface TopicModel {
  /** Where the row of a stem begins in `weights`. */
  readonly stems: ReadonlyMap<string, number>
  /** Where the row begins for words that are listed for the first topic; those of the others follow. */
  readonly listed: number
  readonly bias: number
  readonly weights: Float32Array
}

interface TopicModelFile {
  readonly scale: number
  /** With single spaces between them. */
  readonly stems: string
  /** Base64 of signed bytes: rows of the stems, of listed words of each topic, the bias. */
  readonly weights: string
}

export const topicModel: TopicModel = load()

function load(): TopicModel {
  const { scale, stems, weights } = JSON.parse(
    readFileSync(new URL('./topic-model.json', import.meta.url), 'utf8'),
  ) as TopicModelFile
  const rows = stems.split(' ')
  const size = topicNames.length
  return {
    stems: new Map(rows.map((stem, row) => [stem, row * size])),
    listed: rows.length * size,
    bias: (rows.length + size) * size,
    weights: Float32Array.from(new Int8Array(Buffer.from(weights, 'base64')), (step) => step * scale),
  }
}
