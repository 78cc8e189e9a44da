import type { ArticleId } from '../../model/article.ts'
import type { TracedPassage } from '../../model/explanation.ts'
import type { OutletId } from '../../model/outlet.ts'
import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import { mayEdit } from '../sources/may-edit.ts'
import { whyWords } from './why-words.ts'

export interface PassagesShown {
  readonly view: View
  readonly passages: readonly TracedPassage[]
  readonly articleId: ArticleId
  readonly outletId: OutletId
  /** Of the page's text, so that it is read aloud as it should be. */
  readonly lang?: string
}

/** The text of a page in its order, each passage with its fate: told by sign, colour, stroke and words. */
export function PassageList({ passages, ...shown }: PassagesShown): Html {
  return (
    <desk-passages>
      <ol class="passages">
        {passages.map((passage, index) => (
          <PassageView passage={passage} isSameAgain={isSame(passage, passages[index - 1])} {...shown} />
        ))}
      </ol>
    </desk-passages>
  )
}

function isSame(passage: TracedPassage, before: TracedPassage | undefined): boolean {
  return before?.keep === passage.keep && before.why === passage.why && before.rule === passage.rule
}

function PassageView(
  props: Omit<PassagesShown, 'passages'> & {
    readonly passage: TracedPassage
    /** The reason stands beside the passage before this one already. */
    readonly isSameAgain: boolean
  },
): Html {
  const { view, passage, isSameAgain, lang } = props
  const { t } = view
  const fate = passage.keep ? 'kept' : 'dropped'
  return (
    <li class={`passage ${fate}`} data-fate={fate}>
      <p class={`words ${passage.shape}`} {...(lang === undefined ? {} : { lang })}>
        <span class="unseen" lang={view.locale}>{`${t(`reading.${fate}`)}: `}</span>
        {passage.text}
      </p>
      <details class={isSameAgain ? 'why again' : 'why'}>
        <summary>
          {whyWords(passage.why, view)}
          {passage.rule !== null && <code>{passage.rule}</code>}
        </summary>
        <p>
          <code>{passage.path}</code>
        </p>
        {passage.roles.length > 0 && <p>{t('reading.roles', { roles: passage.roles.join(', ') })}</p>}
        {mayEdit(view) && <RuleLink {...props} />}
      </details>
    </li>
  )
}

/** Leads to the outlet's rules with one that would turn this passage's fate. */
function RuleLink(props: {
  readonly view: View
  readonly passage: TracedPassage
  readonly articleId: ArticleId
  readonly outletId: OutletId
}): Html {
  const { view, passage, articleId, outletId } = props
  const field = passage.keep ? 'drop' : 'keep'
  const query = new URLSearchParams({ article: String(articleId), [field]: selectorFor(passage.path) })
  return (
    <p>
      <a href={`/outlets/${outletId}/rules?${query}`}>{view.t(`reading.${field}-by-rule`)}</a>
    </p>
  )
}

/** From the last element with a name of its own on: `div.promo > p`, and so on other pages too. */
function selectorFor(path: string): string {
  const steps = path.split(' > ')
  const named = steps.findLastIndex((step) => /[.#]/.test(step))
  return steps.slice(Math.max(0, named)).join(' > ')
}
