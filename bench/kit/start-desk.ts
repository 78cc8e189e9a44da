import type { Visitor } from '../../test/support/visitor.ts'
import { signIn } from './sign-in.ts'
import { startProcess } from './start-process.ts'

export interface DeskOrder {
  readonly file: string
}

export interface DeskReady {
  readonly address: string
}

/** A desk over the archive in `file`, with one visitor who is signed in. An account is added to the archive. */
export async function startDesk(
  file: string,
): Promise<{ readonly visitor: Visitor; close(): Promise<void> }> {
  const desk = await startProcess<DeskReady>('kit/desk-process.ts', { file } satisfies DeskOrder)
  return { visitor: await signIn(desk.ready.address), close: desk.close }
}
