import { once } from 'node:events'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'

export interface DemoAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  /** In the charset that the header declares, else utf-8. */
  readonly text: string
}

/** Asks an address under .localhost on 127.0.0.1, whatever this machine's resolver makes of such names. */
export async function askDemo(
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<DemoAnswer> {
  const { host, port, pathname, search } = new URL(address)
  const asking = request({ host: '127.0.0.1', port, path: pathname + search, headers: { ...headers, host } })
  asking.end()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const charset = /charset=([\w-]+)/.exec(answer.headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    bytes,
    text: new TextDecoder(charset).decode(bytes),
  }
}
