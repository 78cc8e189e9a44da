/**
 * Makes dist/: the compiled package, the data files that stand beside the source, and dist/assets/ with what
 * browsers load. The source tree finds its assets there too, so that tests and the built package serve the same bytes.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.dirname(import.meta.dirname)
const dist = path.join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
execFileSync(
  process.execPath,
  [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
)

for (const name of readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
  if (!/\.(json|txt|svg)$/.test(name) || name.includes('testdata')) continue
  mkdirSync(path.dirname(path.join(dist, name)), { recursive: true })
  cpSync(path.join(root, 'src', name), path.join(dist, name))
}

const browser = path.join(root, 'src/web/browser')
if (existsSync(browser)) {
  await build({
    entryPoints: readdirSync(browser)
      .filter((name) => /(?<!\.test)\.(ts|css)$/.test(name))
      .map((name) => path.join(browser, name)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    outdir: path.join(dist, 'assets'),
    logLevel: 'warning',
  })
}
