import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { LanguageTag } from '../../model/language-tag.ts'

/** Weights of features for each label of names, made by scripts/train-names.ts: see docs/models/names.md. */
export interface NameModel {
  /** From each label to each, in the steps of the weights; the first row also holds for the start. */
  readonly transitions: Float32Array
  /** Adds what the first `count` features say of each label to `sums` from `place` on. */
  add(features: Int32Array, count: number, sums: Float32Array, place: number): void
}

/** What a model file holds: base64 of gzipped bytes, so that it stays a text file. */
export interface NameModelFile {
  readonly labels: number
  /** What a step of a weight is. */
  readonly scale: number
  readonly transitions: readonly number[]
  /** Hashes of the features in ascending order as unsigned 32-bit numbers. */
  readonly features: string
  /** For each feature a signed byte for each label. */
  readonly weights: string
}

/** Kazakh has a model of its own; what else is written in Cyrillic letters shares one, and the rest another. */
export function nameModelOf(language: LanguageTag, isCyrillic: boolean): NameModel {
  return modelOf(language === 'kk' ? 'kk' : isCyrillic ? 'ru' : 'en')
}

const models = new Map<string, NameModel>()

function modelOf(name: string): NameModel {
  const made = models.get(name)
  if (made !== undefined) return made
  const file = new URL(`./name-model-${name}.json`, import.meta.url)
  const model = nameModel(JSON.parse(readFileSync(file, 'utf8')) as NameModelFile)
  models.set(name, model)
  return model
}

/** Unfolds a model into a table that is looked up by open addressing. */
export function nameModel({ labels, scale, transitions, features, weights }: NameModelFile): NameModel {
  const keys = new Int32Array(bytesOf(features))
  const steps = new Int8Array(bytesOf(weights))
  let size = 1
  while (size < keys.length * 1.4) size *= 2
  const mask = size - 1
  // A slot is 16 bytes, so that what a feature says lies beside its key: the key, whether it is taken, a byte for each label.
  const slots = new Int32Array(size * slotNumbers)
  const bytes = new Int8Array(slots.buffer)
  // Many features that are asked for are in no model, and few bits tell so, near at hand.
  const isHeld = new Int32Array((size * bitsPerSlot) >> 5)
  const bitShift = 32 - Math.log2(size * bitsPerSlot)
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] as number
    let slot = key & mask
    while (bytes[slot * slotBytes + takenAt] !== 0) slot = (slot + 1) & mask
    slots[slot * slotNumbers] = key
    bytes[slot * slotBytes + takenAt] = 1
    bytes.set(steps.subarray(row * labels, (row + 1) * labels), slot * slotBytes + weightsAt)
    const bit = key >>> bitShift
    isHeld[bit >> 5] = (isHeld[bit >> 5] as number) | (1 << (bit & 31))
  }
  return {
    transitions: Float32Array.from(transitions, (weight) => weight / scale),
    add(features, count, sums, place) {
      for (let which = 0; which < count; which += 1) {
        const feature = features[which] as number
        const bit = feature >>> bitShift
        if (((isHeld[bit >> 5] as number) & (1 << (bit & 31))) === 0) continue
        let slot = feature & mask
        while (slots[slot * slotNumbers] !== feature && bytes[slot * slotBytes + takenAt] !== 0)
          slot = (slot + 1) & mask
        if (bytes[slot * slotBytes + takenAt] === 0) continue
        const from = slot * slotBytes + weightsAt
        for (let label = 0; label < labels; label += 1)
          sums[place + label] = (sums[place + label] as number) + (bytes[from + label] as number)
      }
    },
  }
}

const slotBytes = 16
const slotNumbers = slotBytes / 4
const takenAt = 4
const weightsAt = 5
const bitsPerSlot = 8

function bytesOf(packed: string): ArrayBuffer {
  const bytes = gunzipSync(Buffer.from(packed, 'base64'))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
