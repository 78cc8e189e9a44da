import type { View } from '../../web/view.ts'

/** Editors and admins look after the sources; the others see them. */
export function mayEdit({ user }: View): boolean {
  return user?.role === 'editor' || user?.role === 'admin'
}
