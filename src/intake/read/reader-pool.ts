import { Worker } from 'node:worker_threads'
import type { Logger } from '../../kit/log.ts'
import type { Explanation } from '../../model/explanation.ts'
import { Problem } from '../../model/problem.ts'
import type { ExplainTask } from '../explain/explain-capture.ts'
import type { ReadTask, Understanding } from './understand-capture.ts'

/**
 * Threads that read pages. A page that hangs or crashes one costs that page and a new thread, and no other page: this
 * is why the pool is our own, and each thread has one page at a time.
 */
export interface ReaderPool {
  /** Problems: intake/page-hangs, intake/page-breaks-reader, intake/stopped. The task's bytes are given away. */
  read(task: ReadTask): Promise<Understanding>
  /** The same page by several sets of rules, with the reasons. Problems and bytes as of `read`. */
  explain(task: ExplainTask): Promise<readonly Explanation[]>
  /** How many threads were lost to a page. */
  replaced(): number
  /** Pages not yet begun are a Problem 'intake/stopped'; those begun are read to their end. */
  close(): Promise<void>
}

export type Question =
  | { readonly kind: 'read'; readonly task: ReadTask }
  | { readonly kind: 'explain'; readonly task: ExplainTask }

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'understood'; readonly understanding: Understanding }
  | { readonly kind: 'explained'; readonly explanations: readonly Explanation[] }
  /** The reader threw: our mistake, told by this page. */
  | { readonly kind: 'broken'; readonly why: string }

interface Reading {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

const heapLimitMb = 768
const startsInVain = 5
const pauseAfterBadStartMs = 1000

export function createReaderPool(options: {
  readonly size: number
  readonly limitMs: number
  readonly logger: Logger
  /** Another program for the threads: for tests of what happens when one breaks. */
  readonly program?: URL
}): ReaderPool {
  const { size, limitMs, logger, program = workerProgram() } = options
  const waiting: Reading[] = []
  const threads = new Set<Thread>()
  let replaced = 0
  let failedStarts = 0
  let restart: NodeJS.Timeout | null = null
  let isClosed = false

  // The first page need not wait for a thread to load its code.
  if (size > 0) threads.add(startThread())

  return {
    async read(task) {
      const answer = await ask({ kind: 'read', task })
      if (answer.kind !== 'understood') throw new Error(`A page was read as ${answer.kind}.`)
      return answer.understanding
    },
    async explain(task) {
      const answer = await ask({ kind: 'explain', task })
      if (answer.kind !== 'explained') throw new Error(`A page was explained as ${answer.kind}.`)
      return answer.explanations
    },
    replaced: () => replaced,
    async close() {
      isClosed = true
      if (restart !== null) clearTimeout(restart)
      for (const { reject } of waiting.splice(0)) reject(stopped())
      await Promise.all([...threads].map((thread) => thread.close()))
    },
  }

  function ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(stopped())
      waiting.push({ question, resolve, reject })
      assign()
    })
  }

  function assign(): void {
    for (const thread of threads) {
      if (waiting.length === 0) return
      if (!thread.isFree()) continue
      const reading = waiting.shift()
      if (reading !== undefined) thread.take(reading)
    }
    const starting = [...threads].filter((thread) => !thread.isReady()).length
    if (waiting.length > starting && threads.size < size && restart === null) threads.add(startThread())
  }

  function startThread(): Thread {
    const thread: Thread = createThread({
      program,
      limitMs,
      onFree() {
        failedStarts = 0
        if (isClosed) void thread.close()
        else assign()
      },
      onEnd({ end, address, cause }) {
        threads.delete(thread)
        if (end === 'lost') {
          replaced += 1
          logger.warn({ address, err: cause }, 'intake: a page ended a reader thread')
        }
        if (isClosed) return
        if (end === 'not started') startFailed(cause)
        else assign()
      },
    })
    return thread
  }

  /** The code of the threads does not load: no page is to blame, and none is set aside for it. */
  function startFailed(cause: unknown): void {
    failedStarts += 1
    logger.error({ err: cause }, 'intake: a reader thread did not start')
    if (failedStarts >= startsInVain) {
      for (const { reject } of waiting.splice(0)) reject(cause)
    }
    restart ??= setTimeout(() => {
      restart = null
      assign()
    }, pauseAfterBadStartMs)
  }
}

interface Thread {
  isReady(): boolean
  isFree(): boolean
  take(reading: Reading): void
  /** After the page in hand. */
  close(): Promise<void>
}

function createThread(options: {
  readonly program: URL
  readonly limitMs: number
  onFree(): void
  onEnd(how: {
    readonly end: 'closed' | 'lost' | 'not started'
    readonly address: string | null
    readonly cause: unknown
  }): void
}): Thread {
  const worker = new Worker(options.program, { resourceLimits: { maxOldGenerationSizeMb: heapLimitMb } })
  let isReady = false
  let isClosing = false
  let isHanging = false
  let inHand: Reading | null = null
  let limit: NodeJS.Timeout | null = null
  let cause: unknown = null
  let lastAddress: string | null = null
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      release()?.reject(breaksReader(cause))
      options.onEnd({
        end: isHanging || (isReady && !isClosing) ? 'lost' : isClosing ? 'closed' : 'not started',
        address: lastAddress,
        cause,
      })
      resolve()
    })
  })

  worker.on('error', (error: unknown) => {
    cause = error
  })
  worker.on('message', (answer: Answer) => {
    const reading = release()
    if (answer.kind === 'ready') isReady = true
    else if (answer.kind === 'broken') reading?.reject(breaksReader(answer.why))
    else reading?.resolve(answer)
    if (isClosing) void worker.terminate()
    else options.onFree()
  })

  return {
    isReady: () => isReady,
    isFree: () => isReady && inHand === null && !isClosing && !isHanging,
    take(reading) {
      inHand = reading
      const { question } = reading
      lastAddress = question.task.address
      limit = setTimeout(hangs, options.limitMs)
      const bytes = ownBytes(question.task.bytes)
      worker.postMessage({ ...question, task: { ...question.task, bytes } }, [bytes.buffer])
    },
    async close() {
      isClosing = true
      if (inHand === null) await worker.terminate()
      await ended
    },
  }

  function hangs(): void {
    const seconds = options.limitMs / 1000
    const why = new Problem('intake/page-hangs', `The page could not be read in ${seconds} s.`)
    cause = why
    isHanging = true
    release()?.reject(why)
    void worker.terminate()
  }

  function release(): Reading | null {
    const reading = inHand
    inHand = null
    if (limit !== null) clearTimeout(limit)
    limit = null
    return reading
  }
}

function breaksReader(cause: unknown): Problem {
  return new Problem('intake/page-breaks-reader', 'The page broke the reader; please report it.', { cause })
}

function stopped(): Problem {
  return new Problem('intake/stopped', 'Intake was stopped before this was done.')
}

/** Bytes that can be given to another thread: small buffers share their memory with others. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  const isWhole =
    buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength && bytes.byteLength > 8192
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes)
}

/** Compiled, the program stands in the folder above; as source, a thread has to be taught TypeScript first. */
function workerProgram(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('../worker.js', import.meta.url)
  const lines = [
    `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}`,
    'register()',
    `await import(${JSON.stringify(new URL('../worker.ts', import.meta.url).href)})`,
  ]
  return new URL(`data:text/javascript,${encodeURIComponent(lines.join('\n'))}`)
}
