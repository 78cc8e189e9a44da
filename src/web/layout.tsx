import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'
import type { View } from './view.ts'

/** The skeleton of every page: head, header and main. The header is the room's own. */
export function Layout(props: {
  readonly view: View
  readonly title: string
  readonly header?: Child
  /** Seconds after which a browser without JavaScript asks again. */
  readonly refresh?: number
  readonly class?: string
  readonly children?: Child
}): Html {
  const { view, title, refresh } = props
  return (
    <html
      lang={view.locale}
      data-theme={view.theme}
      data-shortcuts={view.shortcuts && view.user !== null ? 'on' : 'off'}
    >
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · Wiredesk`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={view.asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={view.asset('desk.css')} />
        <script type="module" src={view.asset('desk.js')}></script>
        {refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          {view.t('page.skip')}
        </a>
        {props.header}
        <main id="main" class={props.class} tabindex={-1}>
          {props.children}
        </main>
      </body>
    </html>
  )
}
