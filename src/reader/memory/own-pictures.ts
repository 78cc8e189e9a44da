import type { Article, Block, Image } from '../../model/article.ts'
import type { Recollection } from './recollect.ts'

/** The addresses of all pictures in the article, each once. */
export function picturesOf({ image, blocks }: Article): readonly string[] {
  const images = [...(image === null ? [] : [image]), ...blocks.flatMap(imagesIn)]
  return [...new Set(images.map(({ address }) => address))]
}

/** The article without pictures that other pages have too: a logo, an author's portrait. */
export function withOwnPictures(article: Article, memory: Recollection): Article {
  const isOwn = ({ address }: Image): boolean => !memory.isPictureFurniture(address)
  const blocks = article.blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'figure') return block.images.length === 0 || block.images.some(isOwn) ? [block] : []
    if (block.kind !== 'gallery') return [block]
    const pictures = block.pictures.filter((picture) => isOwn(picture.image))
    return pictures.length === 0 ? [] : [{ ...block, pictures }]
  })
  const image = article.image !== null && isOwn(article.image) ? article.image : null
  return { ...article, blocks, image: image ?? blocks.flatMap(imagesIn)[0] ?? null }
}

function imagesIn(block: Block): readonly Image[] {
  if (block.kind === 'figure') return block.images
  return block.kind === 'gallery' ? block.pictures.map(({ image }) => image) : []
}
