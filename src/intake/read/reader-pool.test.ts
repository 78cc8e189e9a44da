import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLogger } from '../../kit/log.ts'
import { bareEntry } from '../../model/bare-entry.ts'
import { Problem } from '../../model/problem.ts'
import { createReaderPool, type ReaderPool } from './reader-pool.ts'
import type { ReadTask, Understanding } from './understand-capture.ts'

/** Does what the address says, else tells how many bytes it was given. */
const program = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ task }) => {
    if (task.address.endsWith('/hangs')) for (;;) {}
    if (task.address.endsWith('/throws')) throw new Error('thrown')
    if (task.address.endsWith('/exits')) process.exit(3)
    if (task.address.endsWith('/breaks')) return parentPort.postMessage({ kind: 'broken', why: 'broken' })
    const why = String(task.bytes.length)
    parentPort.postMessage({ kind: 'understood', understanding: { kind: 'nothing', reading: 'empty', why } })
  })
  parentPort.postMessage({ kind: 'ready' })`

const logger = createLogger({ level: 'silent', format: 'json' })

async function withPool<Result>(
  options: { readonly size: number; readonly program?: string; readonly limitMs?: number },
  use: (pool: ReaderPool) => Promise<Result>,
): Promise<Result> {
  const url = new URL(`data:text/javascript,${encodeURIComponent(options.program ?? program)}`)
  const pool = createReaderPool({
    size: options.size,
    limitMs: options.limitMs ?? 60_000,
    logger,
    program: url,
  })
  try {
    return await use(pool)
  } finally {
    await pool.close()
  }
}

function task(name: string, bytes: Uint8Array = new Uint8Array(3)): ReadTask {
  const address = `https://alfa.example/${name}`
  return {
    bytes,
    status: 200,
    contentType: 'text/html',
    address,
    finalAddress: address,
    fetchedAt: 0,
    entry: bareEntry(address),
    outletName: null,
    rules: null,
    memory: null,
    outletZone: null,
    isCheck: false,
  }
}

function sizeOf(understanding: Understanding): string {
  return understanding.kind === 'nothing' ? understanding.why : 'article'
}

describe('the threads that read', { concurrency: true }, () => {
  it('read many pages at once and answer each its own', async () => {
    await withPool({ size: 2 }, async (pool) => {
      const sizes = Array.from({ length: 40 }, (_, index) => index * 500)
      const read = await Promise.all(sizes.map((size) => pool.read(task('page', new Uint8Array(size)))))
      assert.deepEqual(read.map(sizeOf), sizes.map(String))
    })
  })

  it('take bytes that share their memory with others, and leave those alone', async () => {
    await withPool({ size: 1 }, async (pool) => {
      const shared = Buffer.from('shared by many small buffers')
      const beside = Buffer.from('beside')
      assert.equal(sizeOf(await pool.read(task('page', shared))), '28')
      assert.equal(beside.toString(), 'beside')
      assert.equal(shared.toString(), 'shared by many small buffers')
    })
  })

  const losses = [
    { name: 'hangs', code: 'intake/page-hangs', replaced: 1 },
    { name: 'throws', code: 'intake/page-breaks-reader', replaced: 1 },
    { name: 'exits', code: 'intake/page-breaks-reader', replaced: 1 },
    { name: 'breaks', code: 'intake/page-breaks-reader', replaced: 0 },
  ]
  for (const { name, code, replaced } of losses) {
    it(`lose the page that ${name}, and no other`, async () => {
      let pool: ReaderPool | null = null
      await withPool({ size: 2, limitMs: name === 'hangs' ? 1500 : 60_000 }, async (opened) => {
        pool = opened
        const names = ['page', 'page', name, 'page', 'page', 'page']
        const read = await Promise.allSettled(names.map((each) => opened.read(task(each))))
        const codes = read.map((one) => (one.status === 'rejected' ? (one.reason as Problem).code : 'read'))
        assert.deepEqual(codes, ['read', 'read', code, 'read', 'read', 'read'])
        assert.equal(sizeOf(await opened.read(task('page'))), '3')
      })
      assert.equal((pool as ReaderPool | null)?.replaced(), replaced)
    })
  }

  it('blame no page when their code does not load', async () => {
    await withPool({ size: 1, program: 'throw new Error("does not load")' }, async (pool) => {
      const reading = pool.read(task('page'))
      await Promise.all([
        assert.rejects(reading, (error) => error instanceof Problem && error.code === 'intake/stopped'),
        pool.close(),
      ])
    })
  })

  it('end what is begun and give back the rest when they are closed', async () => {
    await withPool({ size: 1 }, async (pool) => {
      await pool.read(task('page'))
      const begun = pool.read(task('page'))
      const rest = assert.rejects(pool.read(task('page')), /stopped before/)
      await pool.close()
      assert.equal(sizeOf(await begun), '3')
      await rest
      await assert.rejects(pool.read(task('page')), /stopped before/)
    })
  })
})
