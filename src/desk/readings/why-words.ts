import type { PassageWhy } from '../../model/passage-why.ts'
import type { MessageKey } from '../../web/i18n/messages.ts'
import type { View } from '../../web/view.ts'

/** The reader's reason in the language of who looks at it. */
export function whyWords(why: PassageWhy, { t }: Pick<View, 't'>): string {
  return t(whys[why])
}

const whys: Readonly<Record<PassageWhy, MessageKey>> = {
  'part of the article': 'why.part-of-the-article',
  'the headline': 'why.the-headline',
  'the lead': 'why.the-lead',
  'a picture’s caption': 'why.a-pictures-caption',
  'an embedded post': 'why.an-embedded-post',
  'the outlet’s rule': 'why.the-outlets-rule',
  'outside the article’s element': 'why.outside',
  'taken from the page’s data instead': 'why.from-data',
  embed: 'why.embed',
  'no words': 'why.no-words',
  caption: 'why.caption',
  'pull quote': 'why.pull-quote',
  button: 'why.button',
  'headline again': 'why.headline-again',
  'said before': 'why.said-before',
  'furniture words': 'why.furniture-words',
  signature: 'why.signature',
  date: 'why.date',
  'behind the last rule': 'why.behind-the-last-rule',
  'about the author': 'why.about-the-author',
  'only links': 'why.only-links',
  'not in the stated body': 'why.not-in-the-stated-body',
  'another article': 'why.another-article',
  'comments or dialog': 'why.comments-or-dialog',
  'navigation or footer': 'why.navigation-or-footer',
  aside: 'why.aside',
  box: 'why.box',
  'named as furniture': 'why.named-as-furniture',
  byline: 'why.byline',
  hidden: 'why.hidden',
  'list of links': 'why.list-of-links',
  'before or after the text': 'why.before-or-after',
  'box to fill in or press': 'why.box-to-act',
  'sends to other pages, behind the text': 'why.sends-away',
  'set apart from the text': 'why.set-apart',
  'behind the text': 'why.behind-the-text',
  'teaser of another page': 'why.teaser',
  'comes back on other pages of the outlet': 'why.comes-back',
  'in a place that always holds the article': 'why.place-always',
  'in a place that never holds the article': 'why.place-never',
}
