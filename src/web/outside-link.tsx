import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'
import { safeLink } from './safe-link.ts'

/** A link to somebody else's page; where the address is not one to follow, just its text. */
export function OutsideLink(props: { readonly to: string; readonly children?: Child }): Html {
  const address = safeLink(props.to)
  if (address === null) return <span>{props.children}</span>
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {props.children}
    </a>
  )
}
