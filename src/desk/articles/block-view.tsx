import type {
  Block,
  Definitions,
  Embed,
  Gallery,
  LinkedText,
  List,
  Table,
  Video,
} from '../../model/article.ts'
import type { Html } from '../../web/html.ts'
import { OutsideLink } from '../../web/outside-link.tsx'
import { safeLink } from '../../web/safe-link.ts'
import type { View } from '../../web/view.ts'
import { MarkedText } from './marked-text.tsx'
import { momentText } from './moment-text.ts'
import { Picture } from './picture.tsx'
import type { Showing } from './showing.ts'
import type { TextMarks } from './text-marks.ts'

/** A block of an article as markup. Its text comes from strangers: it is only ever text here. */
export function BlockView({ block, ...showing }: Showing & { readonly block: Block }): Html {
  const { marks } = showing
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Linked of={block} marks={marks} />
        </p>
      )
    case 'heading':
      return <Heading heading={block} marks={marks} />
    case 'quote':
      return (
        <blockquote>
          <p>
            <Linked of={block} marks={marks} />
          </p>
        </blockquote>
      )
    case 'list':
      return <ListView list={block} marks={marks} />
    case 'figure':
      return (
        <figure>
          {block.images.map((image) => (
            <Picture image={image} {...showing} />
          ))}
          {block.caption + block.credit !== '' && <Caption caption={block.caption} credit={block.credit} />}
        </figure>
      )
    case 'gallery':
      return <GalleryView gallery={block} {...showing} />
    case 'video':
      return <VideoView video={block} {...showing} />
    case 'embed':
      return <EmbedView {...block} view={showing.view} />
    case 'definitions':
      return <DefinitionsView definitions={block} marks={marks} />
    case 'code':
      return (
        <pre tabindex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return <TableView {...block} />
  }
}

/** The page's own h1 is the headline: the article's headings come below it as they are (2 to 6). */
function Heading(props: {
  readonly heading: Extract<Block, { kind: 'heading' }>
  readonly marks: TextMarks
}): Html {
  const Tag = `h${props.heading.level}` as const
  return (
    <Tag>
      <Linked of={props.heading} marks={props.marks} />
    </Tag>
  )
}

function ListView({ list, marks }: { readonly list: List; readonly marks: TextMarks }): Html {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map((item) => (
        <li>
          <Linked of={item} marks={marks} />
          {item.inner !== undefined && <ListView list={item.inner} marks={marks} />}
        </li>
      ))}
    </Tag>
  )
}

function DefinitionsView(props: { readonly definitions: Definitions; readonly marks: TextMarks }): Html {
  return (
    <dl class="definitions">
      {props.definitions.items.map(({ term, meaning }) => (
        <>
          <dt>{term}</dt>
          <dd>
            <Linked of={meaning} marks={props.marks} />
          </dd>
        </>
      ))}
    </dl>
  )
}

function GalleryView({ gallery, ...showing }: Showing & { readonly gallery: Gallery }): Html {
  return (
    <ol class="gallery">
      {gallery.pictures.map(({ image, caption, credit }) => (
        <li>
          <figure>
            <Picture image={image} {...showing} />
            {caption + credit !== '' && <Caption caption={caption} credit={credit} />}
          </figure>
        </li>
      ))}
    </ol>
  )
}

function Caption({ caption, credit }: { readonly caption: string; readonly credit: string }): Html {
  return (
    <figcaption>
      {caption} {credit !== '' && <small>{credit}</small>}
    </figcaption>
  )
}

/** A link to where the video is; the still that stands for it is loaded as other pictures are. */
function VideoView({ video, ...showing }: Showing & { readonly video: Video }): Html {
  const { title, provider, address, poster, durationSeconds } = video
  const still = poster === null ? null : safeLink(poster)
  return (
    <figure class="video">
      {showing.pictures && still !== null && (
        <img src={still} alt="" loading="lazy" referrerpolicy="no-referrer" />
      )}
      <figcaption>
        <span aria-hidden="true">▶</span>{' '}
        <OutsideLink to={address}>{title === '' ? showing.view.t('article.watch') : title}</OutsideLink>{' '}
        <small>
          {provider}
          {durationSeconds !== null && <>, {clockTime(durationSeconds)}</>}
        </small>
      </figcaption>
    </figure>
  )
}

/** 65 → '1:05', 3725 → '1:02:05'. */
function clockTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  const [hours = 0, minutes = 0, rest = 0] = parts
  const padded = (part: number): string => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`
}

function EmbedView({
  provider,
  address,
  author,
  handle = '',
  text,
  at,
  view,
}: Embed & { readonly view: View }): Html {
  const name = [author, handle].filter((part) => part !== '').join(' ')
  return (
    <blockquote class="embed">
      {text !== '' && <p>{text}</p>}
      <footer>
        {name !== '' && <cite>{name}</cite>}
        {at !== undefined && <time datetime={new Date(at.at).toISOString()}>{momentText(at, view)}</time>}
        {address !== '' && <OutsideLink to={address}>{provider === '' ? address : provider}</OutsideLink>}
      </footer>
    </blockquote>
  )
}

function TableView({ caption, rows, headerRows = 0, headerColumn = false }: Table): Html {
  return (
    // Focusable, so that a wide table can be scrolled with the keyboard.
    <section class="table" tabindex={0} aria-label={caption === '' ? '…' : caption}>
      <table>
        {caption !== '' && <caption>{caption}</caption>}
        {headerRows > 0 && (
          <thead>
            {rows.slice(0, headerRows).map((row) => (
              <tr>
                {row.map((cell) => (
                  <th scope="col">{cell}</th>
                ))}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {rows.slice(headerRows).map((row) => (
            <tr>
              {row.map((cell, at) =>
                headerColumn && at === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Linked({ of, marks }: { readonly of: LinkedText; readonly marks: TextMarks }): Html {
  return <MarkedText text={of.text} links={of.links} marks={marks.within.get(of) ?? []} />
}
