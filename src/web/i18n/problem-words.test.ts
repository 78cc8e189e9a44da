import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { Problem, type ProblemCode } from '../../model/problem.ts'
import { isMessageKey, translateTo } from './messages.ts'
import { problemWords } from './problem-words.ts'

describe('a problem in the reader’s language', () => {
  it('names what it is about', () => {
    const noDay = new Problem('language/query', '“on:20xx” names no day.', {
      detail: 'no-day',
      values: { typed: 'on:20xx' },
    })
    assert.match(problemWords(noDay, translateTo('uk')), /^«on:20xx» – не дата/)
    assert.match(problemWords(noDay, translateTo('kk')), /^«on:20xx» күнді білдірмейді/)
  })

  it('is said by its code where its detail has no words, and by its room where its code has none', () => {
    const t = translateTo('ru')
    assert.match(problemWords(new Problem('web/bad-form', 'x', { detail: 'state' }), t), /^Прислана не та/)
    assert.match(problemWords(new Problem('archive/disk-full', 'x'), t), /^Архив сейчас не может/)
  })

  it('stands in its own words where we have none', () => {
    assert.equal(
      problemWords(new Problem('wire/strange', 'It sent a teapot.'), translateTo('ru')),
      'It sent a teapot.',
    )
  })

  it('has words for all that the desk can throw at its reader', () => {
    const without = thrownBy('desk', 'web', 'language').filter(
      ({ code, detail }) => !isMessageKey(`said.${code}.${detail}`) && !isMessageKey(`said.${code}`),
    )
    assert.deepEqual(without, [])
  })
})

/** Where a desk is started, not read. */
const forOperators: ReadonlySet<string> = new Set(['web/no-assets', 'web/cannot-listen'])

function thrownBy(...rooms: readonly string[]): readonly { code: ProblemCode; detail: string | null }[] {
  const source = path.join(import.meta.dirname, '../..')
  return rooms.flatMap((room) =>
    readdirSync(path.join(source, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .flatMap((file) =>
        readFileSync(path.join(source, room, file), 'utf8')
          .split('new Problem(')
          .slice(1)
          .map((made) => ({
            code: (/^\s*'([a-z/-]+)'/.exec(made)?.[1] ?? '') as ProblemCode,
            detail: /^[^;]*?detail: '([a-z-]+)'/.exec(made)?.[1] ?? null,
          })),
      )
      .filter(({ code }) => !forOperators.has(code)),
  )
}
