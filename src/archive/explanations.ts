import type { OutletRules } from '../model/outlet-rules.ts'
import type { AskedExplanation, ExplanationShelf } from './archive.ts'
import { pack, unpack } from './captures.ts'
import type { Changes } from './changes.ts'
import type { Engine } from './engine.ts'
import { latestRules } from './outlet-rules.ts'
import { createQuestions } from './questions.ts'

/** For so long a question that was asked before has its answer; then the reader may be a newer one. */
const freshMs = 600_000

export function createExplanationShelf(
  engine: Engine,
  changes: Changes,
  clock: () => number,
): ExplanationShelf {
  const questions = createQuestions(changes, clock, 'explanation', (explanationId, address) => ({
    kind: 'explain',
    explanationId,
    address,
  }))
  return {
    ask: ({ outletId, captureId, address, proposed }, now) =>
      questions.ask(address, now, async (db) => {
        const saved = await latestRules(db, outletId)
        const question = JSON.stringify([captureId, saved?.number ?? 0, proposed])
        const asked = await db
          .selectFrom('explanations')
          .select('id')
          .where('question', '=', question)
          .where('asked_at', '>', now - freshMs)
          .executeTakeFirst()
        if (asked !== undefined) return { id: asked.id, isNew: false }
        const { id } = await db
          .insertInto('explanations')
          .values({
            question,
            outlet_id: outletId,
            capture_id: captureId,
            proposed: proposed === null ? null : JSON.stringify(proposed),
            asked_at: now,
            answer: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        return { id, isNew: true }
      }),

    async get(id) {
      const row = await engine.reader
        .selectFrom('explanations')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        id,
        outletId: row.outlet_id,
        captureId: row.capture_id,
        proposed: row.proposed === null ? null : (JSON.parse(row.proposed) as OutletRules),
        askedAt: row.asked_at,
        answer: row.answer === null ? { kind: 'waiting' } : await answerIn(row.answer),
      }
    },

    async answer(id, job, answer) {
      const packed = await pack(JSON.stringify(answer))
      await questions.answer(id, job, (db) =>
        db.updateTable('explanations').set({ answer: packed }).where('id', '=', id).execute(),
      )
    },
  }
}

async function answerIn(packed: Uint8Array): Promise<AskedExplanation['answer']> {
  return JSON.parse(Buffer.from(await unpack(packed)).toString()) as AskedExplanation['answer']
}
