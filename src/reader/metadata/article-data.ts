import type { JsonObject } from './json-ld.ts'
import { listOf, textOf, typesOf } from './json-ld.ts'

const articleType =
  /^(\w*Article|BlogPosting|LiveBlogPosting|Report|NewsStory|SocialMediaPosting|AnalysisNewsArticle|MediaGallery|ImageGallery)$/

/** The object that describes the article itself, not one that the page lists beside it; null when there is none. */
export function articleObject(objects: readonly JsonObject[], titles: readonly string[]): JsonObject | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => articleType.test(type)))
  const [first] = articles
  if (first === undefined)
    return (
      objects.find(
        (object) =>
          typesOf(object).some((type) => /^(WebPage|VideoObject)$/.test(type)) &&
          object.datePublished !== undefined &&
          object.headline !== undefined,
      ) ?? null
    )
  const named = articles.find((object) => {
    const headline = textOf(object.headline ?? object.name)
    return headline !== '' && titles.some((title) => title.includes(headline) || headline.includes(title))
  })
  const best = named ?? first
  return best.datePublished !== undefined || best.author !== undefined
    ? best
    : (articles.find(
        (object) => object.datePublished !== undefined && textOf(object.headline) === textOf(best.headline),
      ) ?? best)
}

/** Objects that others refer to by @id: an author is often only a reference. */
export function resolve(objects: readonly JsonObject[], value: JsonObject['']): readonly JsonObject[''][] {
  return listOf(value).map((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
    const object = item as JsonObject
    const id = object['@id']
    if (object.name !== undefined || typeof id !== 'string') return item
    return namedById(objects).get(id) ?? item
  }) as readonly JsonObject[''][]
}

const namedOf = new WeakMap<readonly JsonObject[], ReadonlyMap<string, JsonObject>>()

/** The first object of each @id that has a name; looked up for every author of a page. */
function namedById(objects: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  const known = namedOf.get(objects)
  if (known !== undefined) return known
  const named = new Map<string, JsonObject>()
  for (const object of objects) {
    const id = object['@id']
    if (typeof id === 'string' && object.name !== undefined && !named.has(id)) named.set(id, object)
  }
  namedOf.set(objects, named)
  return named
}
