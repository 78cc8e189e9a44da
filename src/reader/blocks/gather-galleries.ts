import type { Block, Figure, Gallery } from '../../model/article.ts'

/** Pictures that stand together without a word of the text between them are one gallery, when they are three or more. */
export function gatherGalleries(blocks: readonly Block[]): readonly Block[] {
  const gathered: Block[] = []
  for (let from = 0; from < blocks.length; ) {
    let to = from
    while (blocks[to]?.kind === 'figure') to++
    const figures = blocks.slice(from, to) as readonly Figure[]
    const pictures = figures.flatMap(picturesOf)
    if (pictures.length >= 3) gathered.push({ kind: 'gallery', pictures })
    else gathered.push(...figures)
    const next = blocks[to]
    if (next !== undefined) gathered.push(next)
    from = to + 1
  }
  return gathered
}

/** What is said of several pictures is said below the last. */
function picturesOf({ images, caption, credit }: Figure): Gallery['pictures'] {
  return images.map((image, at) =>
    at === images.length - 1 ? { image, caption, credit } : { image, caption: '', credit: '' },
  )
}
