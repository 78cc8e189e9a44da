import type { RuleUse, TracedFact } from '../../model/explanation.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { Fact } from '../articles/provenance.tsx'

/** What was taken for headline, times and authors, and who on the page says the same. */
export function ReadingFacts({
  view,
  facts,
}: {
  readonly view: View
  readonly facts: readonly TracedFact[]
}): Html {
  const { t } = view
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('reading.facts')}</h2>
      <dl class="facts">
        {facts.map(({ fact, taken, said }) => (
          <Fact label={t(`reading.${fact}`)}>
            {taken === '' ? <em>{t('reading.not-found')}</em> : takenWords(fact, taken, view)}
            <ul class="said">
              {said.map(({ by, text, agrees }) => (
                <li>
                  <span aria-hidden="true">{agrees ? '=' : '≠'}</span> <code>{by}</code>{' '}
                  <span class="unseen">{t(agrees ? 'reading.agrees' : 'reading.differs')}</span>
                  {!agrees && <small>{text}</small>}
                </li>
              ))}
            </ul>
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function takenWords(fact: TracedFact['fact'], taken: string, { times }: View): string {
  return fact === 'published' || fact === 'modified' ? times.full(Date.parse(taken)) : taken
}

/** How often each rule met something on the page; one that met nothing stands out. */
export function RuleUses({ view, uses }: { readonly view: View; readonly uses: readonly RuleUse[] }): Html {
  return (
    <ul class="uses">
      {uses.map(({ selector, found }) => (
        <li class={found === 0 ? 'idle' : undefined}>
          <code>{selector}</code> <small>{view.t('reading.rule-found', { count: found })}</small>
        </li>
      ))}
    </ul>
  )
}
