import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageWhys } from '../../model/passage-why.ts'
import { type Locale, locales } from '../../web/i18n/locale.ts'
import { translateTo } from '../../web/i18n/messages.ts'
import { whyWords } from './why-words.ts'

describe('whyWords', () => {
  for (const locale of Object.keys(locales) as Locale[])
    it(`tells every reason of the reader apart from the others in ${locale}`, () => {
      const words = passageWhys.map((why) => whyWords(why, { t: translateTo(locale) }))
      assert.ok(words.every((said) => said.trim() !== ''))
      assert.deepEqual([...new Set(words)], words)
    })

  it('has words of their own for every reason in languages other than English', () => {
    for (const locale of (Object.keys(locales) as Locale[]).filter((one) => one !== 'en'))
      for (const why of passageWhys)
        assert.notEqual(
          whyWords(why, { t: translateTo(locale) }),
          whyWords(why, { t: translateTo('en') }),
          `${locale}: ${why}`,
        )
  })
})
