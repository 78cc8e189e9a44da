import { existsSync } from 'node:fs'

/**
 * What a test needs that a fresh machine may lack. Where it is missing the test is skipped with the reason,
 * unless WIREDESK_TEST_REQUIRE is set, as CI sets it: then it is an error.
 */
export interface Need {
  /** What to connect to or run; '' when it is missing. */
  readonly at: string
  /** For node:test's `skip`: false, or why the test cannot run here. */
  readonly skip: string | false
}

/** A PostgreSQL server where databases may be made: WIREDESK_TEST_POSTGRES, as postgres://user@host:port/database. */
export const postgres: Need = need(
  process.env.WIREDESK_TEST_POSTGRES ?? '',
  'PostgreSQL: set WIREDESK_TEST_POSTGRES to the address of a server where databases may be made',
)

/** A Chromium to drive: WIREDESK_TEST_CHROMIUM, or where Debian puts it. */
export const chromium: Need = need(
  [process.env.WIREDESK_TEST_CHROMIUM, '/usr/bin/chromium'].find(
    (file) => file !== undefined && existsSync(file),
  ) ?? '',
  'Chromium: install it, or set WIREDESK_TEST_CHROMIUM to its path',
)

function need(at: string, missing: string): Need {
  if (at !== '') return { at, skip: false }
  if (process.env.WIREDESK_TEST_REQUIRE !== undefined)
    throw new Error(`This run must not skip tests. Missing ${missing}.`)
  return { at, skip: `missing ${missing}` }
}
