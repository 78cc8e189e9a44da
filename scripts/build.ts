/**
 * Makes dist/: src and demo compiled, the data files that stand beside their source, and dist/assets/ with what
 * browsers load (the source tree serves it from there too, so that tests and the built package serve the same bytes).
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.dirname(import.meta.dirname)
const dist = path.join(root, 'dist')
// Made beside it and put in its place whole, so that a failed build leaves the last one.
const building = `${dist}.${process.pid}`

try {
  compile()
  for (const room of ['src', 'demo']) {
    cpSync(path.join(root, room), path.join(building, room), { recursive: true, filter: isFolderOrData })
  }
  await bundleForBrowsers()
  rmSync(dist, { recursive: true, force: true })
  renameSync(building, dist)
} finally {
  rmSync(building, { recursive: true, force: true })
}

function compile(): void {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', building], {
    cwd: root,
    stdio: 'inherit',
  })
}

function isFolderOrData(file: string): boolean {
  const name = path.relative(root, file)
  return (
    !/[\\/](testdata|browser)([\\/]|$)/.test(name) && (!/\.\w+$/.test(name) || /\.(json|txt|svg)$/.test(name))
  )
}

async function bundleForBrowsers(): Promise<void> {
  const browser = path.join(root, 'src/web/browser')
  if (!existsSync(browser)) return
  await build({
    entryPoints: readdirSync(browser)
      .filter((name) => /(?<!\.test)\.(ts|css)$/.test(name))
      .map((name) => path.join(browser, name)),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    outdir: path.join(building, 'assets'),
    logLevel: 'warning',
  })
}
