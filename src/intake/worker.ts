/** The thread that reads pages, one at a time: takes `Question`s, posts `Answer`s. Started by read/reader-pool.ts. */
import { parentPort } from 'node:worker_threads'
import { explainCapture } from './explain/explain-capture.ts'
import type { Answer, Question } from './read/reader-pool.ts'
import { understandCapture } from './read/understand-capture.ts'

parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(answer(question))
})
parentPort?.postMessage({ kind: 'ready' } satisfies Answer)

function answer({ kind, task }: Question): Answer {
  try {
    return kind === 'read'
      ? { kind: 'understood', understanding: understandCapture(task) }
      : { kind: 'explained', explanations: explainCapture(task) }
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
