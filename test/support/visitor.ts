import { editor } from './desk-server.ts'

export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>
  /** Sends a form as the page at `from` would: with its token, from its own site. */
  post(path: string, fields: Readonly<Record<string, string>>, options?: PostOptions): Promise<Page>
  signIn(): Promise<Page>
  readonly cookies: ReadonlyMap<string, string>
}

export interface PostOptions {
  /** The page whose form it is; its token is sent. */
  readonly from?: string
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly file?: { readonly name: string; readonly text: string }
}

export interface Page {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Path that it leads on to, or ''. */
  readonly location: string
}

/** A browser without scripts: keeps cookies, follows nothing by itself. */
export function createVisitor(address: string): Visitor {
  const cookies = new Map<string, string>()

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(address + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0\b/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = answer.headers.get('location') ?? ''
    return { status: answer.status, headers: answer.headers, text: await answer.text(), location }
  }

  const visitor: Visitor = {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    async post(path, fields, options = {}) {
      const token = options.token ?? (await tokenOn(options.from ?? '/preferences'))
      const form = options.file === undefined ? new URLSearchParams() : new FormData()
      for (const [name, value] of Object.entries({ _token: token, ...fields })) form.append(name, value)
      if (options.file !== undefined && form instanceof FormData)
        form.append('file', new File([options.file.text], options.file.name))
      return await ask(path, {
        method: 'POST',
        body: form,
        headers: { origin: address, ...options.headers },
      })
    },
    signIn: () => visitor.post('/session', { ...editor, back: '/latest' }, { from: '/session' }),
  }

  async function tokenOn(path: string): Promise<string> {
    const { text } = await visitor.get(path)
    return /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? ''
  }
  return visitor
}
