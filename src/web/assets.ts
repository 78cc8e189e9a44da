import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { Problem } from '../model/problem.ts'
import type { WebEnv } from './web-env.ts'

/** The files that browsers load, read once and served from memory. */
export interface Assets {
  /** The address of a file, with its hash, so that it may be kept for ever: `/assets/desk.css?v=…`. */
  address(name: string): string
  readonly routes: Hono<WebEnv>
}

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly hash: string
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Problem 'web/no-assets' when they are not built. */
export function loadAssets(): Assets {
  const files = new Map<string, Asset>()
  for (const [name, place] of assetFiles()) files.set(name, readAsset(name, place))
  const routes = new Hono<WebEnv>()
  routes.get('/:name', (c) => {
    const asset = files.get(c.req.param('name'))
    if (asset === undefined) return c.notFound()
    const etag = `"${asset.hash}"`
    c.header('etag', etag)
    c.header('vary', 'accept-encoding')
    c.header(
      'cache-control',
      c.req.query('v') === asset.hash ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    c.header('content-type', asset.type)
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(asset.bytes)
    c.header('content-encoding', 'gzip')
    return c.body(asset.gzipped)
  })
  return {
    address(name) {
      const asset = files.get(name)
      if (asset === undefined) throw new Error(`There is no asset ${name}.`)
      return `/assets/${name}?v=${asset.hash}`
    },
    routes,
  }
}

/** Beside us in the built package, in its dist from the source tree. */
function assetFiles(): readonly (readonly [string, URL])[] {
  const folder = ['../../assets/', '../../dist/assets/']
    .map((place) => new URL(place, import.meta.url))
    .find((place) => existsSync(fileURLToPath(place)))
  if (folder === undefined)
    throw new Problem(
      'web/no-assets',
      'The style and scripts of the desk are not built: run `npm run build`.',
    )
  return [
    ...readdirSync(folder).map((name) => [name, new URL(name, folder)] as const),
    ['icon.svg', new URL('./icon.svg', import.meta.url)],
  ]
}

function readAsset(name: string, place: URL): Asset {
  const bytes = new Uint8Array(readFileSync(place))
  return {
    bytes,
    gzipped: new Uint8Array(gzipSync(bytes)),
    type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  }
}
