import { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import type { FoundSource } from '../../model/source.ts'
import type { Fields } from '../../web/forms/read-form.ts'
import type { DeskOptions } from '../desk-options.ts'

const shape = z.object({
  discovery: z.coerce.number().int().positive(),
  'choice[]': z.array(z.coerce.number().int().nonnegative()).default([]),
})

/** Asked often at first: the schedule then finds how often the source really publishes. */
const firstIntervalSeconds = 300

/**
 * Watches the sources chosen, by their place in a discovery's answer; what they are is read from the archive, not from
 * the form. Returns how many were not watched before.
 */
export async function addChosen(fields: Fields, { archive, clock }: DeskOptions): Promise<number> {
  const form = shape.safeParse(fields)
  const discovery = form.success ? await archive.discoveries.get(form.data.discovery) : null
  if (!form.success || discovery === null || discovery.answer.kind !== 'found')
    throw new Problem('web/bad-form', 'What was found at that address is no longer known. Look again.', {
      detail: 'look-again',
    })
  const { sources } = discovery.answer
  const chosen = form.data['choice[]'].flatMap((place) => sources[place] ?? [])
  return await addSources(chosen, { archive, clock })
}

export async function addSources(
  sources: readonly Omit<FoundSource, 'entries'>[],
  { archive, clock }: Pick<DeskOptions, 'archive' | 'clock'>,
): Promise<number> {
  let added = 0
  for (const { kind, address, title, outlet } of sources) {
    const now = clock()
    const source = { kind, address, title, outlet, nextPollAt: now, intervalSeconds: firstIntervalSeconds }
    if ((await archive.sources.add(source, now)).added) added += 1
  }
  return added
}
