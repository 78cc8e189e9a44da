import type { Html } from '../../web/html.ts'
import type { View } from '../../web/view.ts'
import type { Chain } from './credit-chains.ts'

/** «outlet ← Twitter ← speaker»: whom the article has its news from, and they in their turn. */
export function CreditChainView(props: { readonly view: View; readonly chains: readonly Chain[] }): Html {
  return (
    <ul class="chains">
      {props.chains.map((chain) => (
        <li>
          {chain.map(({ label, address }, at) => (
            <>
              {at > 0 && (
                <>
                  {' '}
                  <span aria-hidden="true">←</span>
                  <span class="unseen">{props.view.t('article.has-it-from')}</span>{' '}
                </>
              )}
              {address === null ? label : <a href={address}>{label}</a>}
            </>
          ))}
        </li>
      ))}
    </ul>
  )
}
