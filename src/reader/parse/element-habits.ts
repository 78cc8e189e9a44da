/** Every name that is common enough to be known without making a string of it each time. */
export const knownTags: ReadonlySet<string> = words(
  `a abbr acronym address amp-ad amp-embed amp-img amp-youtube area article aside audio b base bdi bdo big blockquote
  body br button canvas caption center circle cite clippath code col colgroup data datalist dd defs del details dfn
  dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head
  header hr html i iframe img input ins kbd label legend li line lineargradient link main map mark marquee mask math
  menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param path picture plaintext
  polygon polyline pre progress q rect rp rt ruby s samp script section select slot small source span stop strike
  strong style sub summary sup svg symbol table tbody td template text textarea tfoot th thead time title tr track tt
  u ul use var video wbr xmp`,
)

export const voidTags: ReadonlySet<string> = words(
  'area base br col embed hr img input link meta param source track wbr basefont frame keygen',
)

/** Elements that stand within a line; every other one begins and ends a passage of its own. */
export const inlineTags: ReadonlySet<string> = words(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp
  small span strike strong sub sup time tt u var wbr img #text font-face`,
)

/** The optional end tags of HTML: opening a tag closes these when they stand on top. What is shown ends the head. */
export const tagsClosedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[
    ...words(
      `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1
      h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul`,
    ),
  ].map((tag): [string, ReadonlySet<string>] => [tag, words('p head')]),
  ...['a', 'span', 'img', 'br', 'iframe', 'button'].map((tag): [string, ReadonlySet<string>] => [
    tag,
    words('head'),
  ]),
  ['li', words('li p')],
  ['dt', words('dt dd p')],
  ['dd', words('dt dd p')],
  ['tr', words('tr td th p')],
  ['td', words('td th p')],
  ['th', words('td th p')],
  ['thead', words('tbody tfoot')],
  ['tbody', words('thead tbody tfoot tr td th')],
  ['option', words('option')],
  ['optgroup', words('optgroup option')],
  ['body', words('head')],
])

/** What the reader looks at; all other attributes are passed over unread. */
export const keptAttributes: ReadonlySet<string> = words(
  `id class href src srcset alt title width height rel property name content itemprop itemtype itemscope datetime
  lang style hidden aria-hidden aria-modal aria-label role type charset http-equiv cite pubdate data-src data-srcset
  data-lazy-src data-original data-lazy-srcset data-lazy data-url data-href data-testid data-component
  data-nosnippet data-author data-instgrm-permalink data-tweet-id data-type poster
  data-telegram-post data-embed-url data-text-post-permalink data-bluesky-uri data-videoid videoid colspan
  rowspan`,
)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
