import type { FiledEncounter } from '../../archive/archive.ts'
import type { EncounterKind } from '../../model/marks.ts'
import type { Name } from '../../model/name.ts'
import type { Html } from '../../web/html.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'
import { encounterAnchor } from '../articles/text-marks.ts'
import { textLanguage } from '../latest/latest-line.tsx'
import { localSpanWords } from './local-span-words.ts'
import { type ToldEncounter, toldEncounters } from './told-encounters.ts'

/** Encounters and journeys of a Name on a time line, latest first: plans and denials are told from what happened. */
export function EncounterList(props: {
  readonly view: View
  readonly self: Name
  readonly encounters: readonly FiledEncounter[]
}): Html {
  const { view, self } = props
  return (
    <ol class="timeline">
      {toldEncounters(props.encounters).map((told) => (
        <li class={told.first.standing}>
          <p class="over">
            <EncounterTime view={view} encounter={told.first} />
            <span class="tag">{view.t(kinds[told.first.kind])}</span>
            {told.first.standing !== 'fact' && (
              <span class="tag standing">
                {view.t(told.first.standing === 'plan' ? 'encounters.plan' : 'encounters.denied')}
              </span>
            )}
          </p>
          <Parties view={view} self={self} encounter={told.first} />
          <Told view={view} told={told} />
        </li>
      ))}
    </ol>
  )
}

function EncounterTime(props: { readonly view: View; readonly encounter: FiledEncounter }): Html {
  const { view, encounter } = props
  if (encounter.from === null)
    return <span>{view.t('encounters.told', { time: view.times.short(encounter.article.at) })}</span>
  return <strong>{localSpanWords(encounter.from, encounter.until, view.locale)}</strong>
}

function Parties(props: {
  readonly view: View
  readonly self: Name
  readonly encounter: FiledEncounter
}): Html | null {
  const { view, self, encounter } = props
  const others = roleOrder.flatMap((role) =>
    encounter.parties.filter((party) => party.role === role && party.name.id !== self.id),
  )
  if (others.length === 0) return null
  return (
    <p class="parties">
      {others.map(({ role, name }) => (
        <span>
          <small>{view.t(roles[role])}</small> <a href={`/names/${name.id}`}>{name.name}</a>
        </span>
      ))}
    </p>
  )
}

function Told({ view, told }: { readonly view: View; readonly told: ToldEncounter }): Html {
  const { first, others } = told
  return (
    <>
      <p class="clause">
        <a href={addressOf(first)} {...textLanguage(first.article)}>
          {first.text}
        </a>{' '}
        <small>{first.article.outlet.name}</small>
      </p>
      {others.length > 0 && (
        <details>
          <summary>{view.t('encounters.others', { count: others.length })}</summary>
          <ul>
            {others.map((other) => (
              <li>
                <a href={addressOf(other)} {...textLanguage(other.article)}>
                  {other.text}
                </a>{' '}
                <small>{other.article.outlet.name}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function addressOf({ article, ordinal }: FiledEncounter): string {
  return `/articles/${article.id}#${encounterAnchor(ordinal)}`
}

const kinds: Readonly<Record<EncounterKind, MessageKey>> = {
  arrival: 'encounters.arrival',
  departure: 'encounters.departure',
  visit: 'encounters.visit',
  meeting: 'encounters.meeting',
  call: 'encounters.call',
  talks: 'encounters.talks',
  'joint-statement': 'encounters.joint-statement',
}

const roleOrder = ['who', 'with', 'origin', 'place'] as const

const roles: Readonly<Record<FiledEncounter['parties'][number]['role'], MessageKey>> = {
  who: 'encounters.who',
  with: 'encounters.with',
  place: 'encounters.place',
  origin: 'encounters.origin',
}
