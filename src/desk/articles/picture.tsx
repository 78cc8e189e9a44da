import type { Image } from '../../model/article.ts'
import type { Html } from '../../web/html.ts'
import { OutsideLink } from '../../web/outside-link.tsx'
import { safeLink } from '../../web/safe-link.ts'
import type { Showing } from './showing.ts'

/** A picture of the article: by default only named, so that reading asks nothing of anybody else's server. */
export function Picture({ image, view, pictures }: Omit<Showing, 'marks'> & { readonly image: Image }): Html {
  const address = safeLink(image.address)
  if (!pictures || address === null) {
    return (
      <p class="picture">
        <span aria-hidden="true">▣</span>{' '}
        <OutsideLink to={image.address}>
          {image.alt === '' ? view.t('article.picture') : image.alt}
        </OutsideLink>
      </p>
    )
  }
  const size = { ...(image.width && { width: image.width }), ...(image.height && { height: image.height }) }
  return <img src={address} alt={image.alt} loading="lazy" referrerpolicy="no-referrer" {...size} />
}
