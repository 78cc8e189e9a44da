import { createVisitor, type Visitor } from '../../test/support/visitor.ts'

/** A visitor of the desk who is signed in. */
export async function signIn(address: string): Promise<Visitor> {
  const visitor = createVisitor(address)
  const { status } = await visitor.signIn()
  if (status !== 302 && status !== 303) throw new Error(`The desk answered ${status} to a sign-in.`)
  return visitor
}
