import { type JsonObject, textOf, typesOf } from '../metadata/json-ld.ts'
import { plainText } from '../parse/clean-text.ts'
import { absolute } from '../parse/page-address.ts'

/** A video as the page's data describes it (schema.org VideoObject). */
export interface StatedVideo {
  /** Of the file and of the player, as far as they are stated. */
  readonly addresses: readonly string[]
  readonly title: string
  readonly description: string
  readonly poster: string | null
  readonly durationSeconds: number | null
}

export function statedVideos(objects: readonly JsonObject[], base: string): readonly StatedVideo[] {
  return objects
    .filter((object) => typesOf(object).includes('VideoObject'))
    .slice(0, 50)
    .map((object) => ({
      addresses: [object.embedUrl, object.contentUrl, object.url].flatMap(
        (address) => absolute(textOf(address) || 'none:', base) ?? [],
      ),
      title: plainText(textOf(object.name) || textOf(object.headline)),
      description: plainText(textOf(object.description)),
      poster: absolute(textOf(object.thumbnailUrl) || textOf(object.thumbnail) || 'none:', base),
      durationSeconds: secondsOf(textOf(object.duration)),
    }))
}

/** ISO 8601, as PT1H2M3S, or a bare number of seconds; null for anything else and for nothing at all. */
function secondsOf(duration: string): number | null {
  if (/^\d{1,6}$/.test(duration)) return Number(duration) || null
  const found = /^P(?:(\d{1,3})D)?T?(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d+)?S)?$/i.exec(duration)
  if (found === null) return null
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = found
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) || null
}
