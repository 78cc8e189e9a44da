import type { Block, LinkedText } from '../../model/article.ts'
import type { Html } from '../../web/html.ts'
import { OutsideLink } from '../../web/outside-link.tsx'
import { safeLink } from '../../web/safe-link.ts'
import { Picture } from './picture.tsx'
import type { Showing } from './showing.ts'

/** A block of an article as markup. Its text comes from strangers: it is only ever text here. */
export function BlockView({ block, ...showing }: Showing & { readonly block: Block }): Html {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Linked {...block} />
        </p>
      )
    case 'heading':
      return <Heading {...block} />
    case 'quote':
      return (
        <blockquote>
          <p>
            <Linked {...block} />
          </p>
        </blockquote>
      )
    case 'list':
      return <ListView {...block} />
    case 'figure':
      return (
        <figure>
          {block.images.map((image) => (
            <Picture image={image} {...showing} />
          ))}
          {block.caption + block.credit !== '' && (
            <figcaption>
              {block.caption} {block.credit !== '' && <small>{block.credit}</small>}
            </figcaption>
          )}
        </figure>
      )
    case 'embed':
      return <EmbedView {...block} />
    case 'table':
      return <TableView {...block} />
  }
}

/** The page's own h1 is the headline: the article's headings come below it as they are (2 to 6). */
function Heading({ level, ...text }: Extract<Block, { kind: 'heading' }>): Html {
  const Tag = `h${level}` as const
  return (
    <Tag>
      <Linked {...text} />
    </Tag>
  )
}

function ListView({ ordered, items }: Extract<Block, { kind: 'list' }>): Html {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {items.map((item) => (
        <li>
          <Linked {...item} />
        </li>
      ))}
    </Tag>
  )
}

function EmbedView({ provider, address, author, text }: Extract<Block, { kind: 'embed' }>): Html {
  return (
    <blockquote class="embed">
      {text !== '' && <p>{text}</p>}
      <footer>
        {author !== '' && `${author}, `}
        <OutsideLink to={address}>{provider === '' ? address : provider}</OutsideLink>
      </footer>
    </blockquote>
  )
}

function TableView({ caption, rows }: Extract<Block, { kind: 'table' }>): Html {
  return (
    // Focusable, so that a wide table can be scrolled with the keyboard.
    <section class="table" tabindex={0} aria-label={caption === '' ? '…' : caption}>
      <table>
        {caption !== '' && <caption>{caption}</caption>}
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Text with its links; a link whose address is not for browsers, or which overlaps another, stays plain text. */
function Linked({ text, links }: LinkedText): Html {
  const parts: (string | Html)[] = []
  let done = 0
  for (const { start, end, address } of links) {
    if (start < done || end <= start || safeLink(address) === null) continue
    parts.push(text.slice(done, start), <OutsideLink to={address}>{text.slice(start, end)}</OutsideLink>)
    done = end
  }
  parts.push(text.slice(done))
  return <>{parts}</>
}
