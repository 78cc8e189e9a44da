import { createVisitor, type Visitor } from '../../test/support/visitor.ts'
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
  const visitor = createVisitor(desk.ready.address)
  const { status } = await visitor.signIn()
  if (status !== 302 && status !== 303) throw new Error(`The desk answered ${status} to a sign-in.`)
  return { visitor, close: desk.close }
}
