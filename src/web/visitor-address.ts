import type { Context } from 'hono'
import type { WebEnv } from './web-env.ts'

/**
 * The network address of who asks. Behind a proxy it is the last of X-Forwarded-For: the one that the proxy itself saw;
 * those before it are the visitor's own words. An IPv6 visitor is known by their /64, because they own all of it.
 */
export function visitorAddress(c: Context<WebEnv>, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded ?? c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}
