import type { Source } from '../../model/source.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

export interface HealthWords {
  readonly tone: 'well' | 'waiting' | 'failing' | 'resting'
  /** One word or two, for a glance. */
  readonly state: string
  /** Sentences: last success, next try, what failed. */
  readonly sentences: readonly string[]
}

/** How a source fares, as one would say it. */
export function healthWords(source: Source, view: View): HealthWords {
  const { health, state } = source
  const { t, times, now } = view
  const success =
    health.lastSuccessAt === null
      ? t('health.never')
      : t('health.success', { when: times.relative(Math.min(health.lastSuccessAt, now), now) })
  if (state === 'paused') return { tone: 'resting', state: t('health.paused'), sentences: [success] }
  if (state === 'gone')
    return { tone: 'failing', state: t('health.gone'), sentences: [t('health.gone-long'), success] }

  const next =
    health.nextPollAt <= now
      ? t('health.now')
      : t('health.next', { when: times.relative(health.nextPollAt, now) })
  const isPutOff = health.lastProblem !== null && pauses.has(health.lastProblem.code)
  if (health.consecutiveFailures > 0 && !isPutOff) {
    const failures = t('health.failures', { count: health.consecutiveFailures })
    return {
      tone: 'failing',
      state: t('health.failing'),
      sentences: [`${failures} ${troubleWords(health.lastProblem, view)}`.trim(), success, next],
    }
  }
  if (health.lastProblem !== null) {
    const why = troubleSentence(health.lastProblem, view)
    return { tone: 'waiting', state: t('health.put-off'), sentences: [why, success, next] }
  }
  if (health.lastSuccessAt === null) return { tone: 'waiting', state: t('health.new'), sentences: [next] }
  return { tone: 'well', state: t('health.well'), sentences: [success, next] }
}

/** The site is there and asks for nothing but time: that is no failure, however often it says so. */
const pauses: ReadonlySet<string> = new Set([
  'wire/asked-to-wait',
  'wire/host-backing-off',
  'wire/robots-unreadable',
])

/** The same to stand by itself. */
export function troubleSentence(
  problem: { readonly code: string; readonly message: string },
  view: View,
): string {
  const words = troubleWords(problem, view)
  return words.slice(0, 1).toLocaleUpperCase(view.locale) + words.slice(1)
}

/** The code in the reader's language where we have words for it, else the problem's own. */
export function troubleWords(
  problem: { readonly code: string; readonly message: string } | null,
  { t }: View,
): string {
  if (problem === null) return ''
  const key = troubles[problem.code]
  return key === undefined ? problem.message : t(key)
}

const troubles: Readonly<Record<string, MessageKey>> = {
  'wire/timeout': 'trouble.timeout',
  'wire/dns': 'trouble.dns',
  'wire/connection': 'trouble.connection',
  'wire/tls': 'trouble.tls',
  'wire/too-large': 'trouble.too-large',
  'wire/decompression': 'trouble.decompression',
  'wire/redirects': 'trouble.redirects',
  'wire/forbidden-address': 'trouble.forbidden-address',
  'wire/robots': 'trouble.robots',
  'wire/robots-unreadable': 'trouble.robots-unreadable',
  'wire/host-backing-off': 'trouble.host-backing-off',
  'wire/host-busy': 'trouble.host-busy',
  'wire/bad-address': 'trouble.bad-address',
  'wire/no-source': 'trouble.no-source',
  'intake/refused': 'trouble.refused',
  'wire/refused': 'trouble.refused',
  'wire/asked-to-wait': 'trouble.asked-to-wait',
  'wire/site-trouble': 'trouble.site-trouble',
  'wire/not-a-feed': 'trouble.not-a-feed',
  'wire/not-a-sitemap': 'trouble.not-a-sitemap',
  'wire/gone': 'trouble.gone',
  'wire/not-a-channel': 'trouble.not-a-channel',
  'wire/not-an-account': 'trouble.not-an-account',
  'wire/unsafe-xml': 'trouble.unsafe-xml',
  'wire/no-links': 'trouble.no-links',
  'wire/proxy': 'trouble.proxy',
  'wire/bad-answer': 'trouble.bad-answer',
  'intake/consent-wall': 'trouble.consent-wall',
  'intake/login-wall': 'trouble.login-wall',
  'intake/bot-check': 'trouble.bot-check',
  'intake/empty-page': 'trouble.empty-page',
  'intake/no-longer-there': 'trouble.no-longer-there',
  'intake/not-a-page': 'trouble.not-a-page',
  'intake/page-breaks-reader': 'trouble.page-breaks-reader',
  'intake/page-hangs': 'trouble.page-hangs',
  'intake/capture-dropped': 'trouble.capture-dropped',
  'intake/unexpected': 'trouble.unexpected',
}
