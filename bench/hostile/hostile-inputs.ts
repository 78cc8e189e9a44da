/** A page made to be dear to read: about `length` characters of one thing that grows without end. */
export interface HostileInput {
  readonly name: string
  readonly make: (length: number) => string
}

const sentence =
  'Жители Заречья спорят о мосте, and the mayor of Selwyn said on Monday that it will open in spring. '
const headline = 'Мост через реку откроют весной'
const paragraph = `<p>${sentence}</p>`

/** Every shape that grew dear in this reader or in others, and those that browsers are tested with. */
export const hostileInputs: readonly HostileInput[] = [
  // Nesting.
  repeated('nested div', '<div>'),
  repeated('nested b', '<b>'),
  repeated('nested b and p', '<b><p>'),
  repeated('nested b and p with text', '<b><p>text'),
  repeated('nested a', '<a href=/x>'),
  repeated('nested ul and li', '<ul><li>x'),
  repeated('nested tables', '<table><tr><td>'),
  repeated('nested tables with text', '<table><tr><td>сорок тонн'),
  repeated('nested blockquotes', `<blockquote>${sentence}`),
  repeated('nested article', `<article><h1>${headline}</h1>${paragraph}`),
  repeated('nested figure', '<figure><figcaption>x'),
  repeated('nested classes', '<div class="sidebar related share">x'),
  {
    name: 'deep and wide',
    make: (length) => `${'<div>'.repeat(500)}${times(`<i>x</i>${paragraph}`, length)}`,
  },
  repeated('closing tags only', '</div></p></b></table>'),
  repeated('misnested', '<b><div></b><i></div></i>'),
  repeated('unclosed p', `<p>${sentence}`),
  repeated('unclosed cells', '<td>сорок<td>тонн<tr>'),
  // Attributes.
  { name: 'many attributes', make: (length) => `<p ${times('b=c ', length)}>text` },
  {
    name: 'many attributes of many names',
    make: (length) => `<p ${numbered((at) => `data-${at}="${at}" `, length)}>text`,
  },
  { name: 'one long attribute', make: (length) => `<p class="${'x'.repeat(length)}">text` },
  {
    name: 'one long class of many names',
    make: (length) => `<p class="${numbered((at) => `sidebar-${at} `, length)}">text`,
  },
  { name: 'one long style', make: (length) => `<p style="${'display '.repeat(length / 8)}">text` },
  { name: 'one long address', make: (length) => `<p><a href="${'/x'.repeat(length / 2)}">${sentence}</a>` },
  { name: 'one long entity attribute', make: (length) => `<p title="${times('&amp;', length)}">text` },
  { name: 'unclosed attribute', make: (length) => `<p class="${times(sentence, length)}` },
  repeated('a class a thousand times', '<p class="sidebar-related share">x</p>'),
  {
    name: 'a class of its own each',
    make: (length) => numbered((at) => `<p class="b${at}-x-${at}">x</p>`, length),
  },
  repeated('elements without text', '<p></p>'),
  repeated('hidden elements', `<div hidden style="display:none">${sentence}</div>`),
  // Text.
  { name: 'one line of words', make: (length) => `<p>${times(sentence, length)}</p>` },
  { name: 'one word', make: (length) => `<p>${'а'.repeat(length)}</p>` },
  { name: 'one word, no markup', make: (length) => 'а'.repeat(length) },
  { name: 'one word in many lines', make: (length) => times('а\n', length) },
  { name: 'capitals', make: (length) => `<p>${'А'.repeat(length)}` },
  { name: 'digits', make: (length) => `<p>${'1'.repeat(length)}` },
  { name: 'full stops', make: (length) => `<p>${'.'.repeat(length)}` },
  { name: 'spaces', make: (length) => `<p>a${' '.repeat(length)}b` },
  { name: 'line ends', make: (length) => `<p>a${'\r\n'.repeat(length / 2)}b` },
  { name: 'spaces before a dash', make: (length) => `<title>${times(' — ', length)}</title><h1>x</h1>` },
  { name: 'ideographs', make: (length) => `<p>${'山'.repeat(length)}` },
  { name: 'combining marks', make: (length) => `<p>${times('e\u0301', length)}` },
  { name: 'less-than signs', make: (length) => '<'.repeat(length) },
  { name: 'less-than signs and letters', make: (length) => times('<a', length) },
  { name: 'ampersands', make: (length) => `<p>${'&'.repeat(length)}` },
  repeated('broken entities', '&amp&#x;&#99999999999;&nosuch;&notin'),
  { name: 'NUL', make: (length) => `<p>${times('a\0', length)}` },
  { name: 'lone surrogates', make: (length) => `<p>${times('\ud800a', length)}` },
  repeated('quotes', '«"“'),
  repeated('times of day', '18:30 '),
  repeated('dates', '24 ноября 2026, 09:05 '),
  repeated('addresses', 'https://a.example/b?c=d '),
  repeated('at signs', '@a '),
  repeated('opening brackets', '('),
  repeated('photo credits', '(Фото: '),
  // Unclosed things.
  { name: 'unclosed comment', make: (length) => `<!--${times('-', length)}` },
  repeated('many unclosed comments', '<!-- '),
  { name: 'unclosed script', make: (length) => `<script>${times('</scrip', length)}` },
  { name: 'unclosed style', make: (length) => `<style>${times('<!--', length)}` },
  { name: 'unclosed title', make: (length) => `<title>${times(sentence, length)}` },
  { name: 'unclosed textarea', make: (length) => `<textarea>${times('</texta', length)}` },
  { name: 'unclosed cdata', make: (length) => `<svg><![CDATA[${times(']]', length)}` },
  repeated('doctypes', '<!doctype html>'),
  repeated('scripts', '<script>a</script>'),
  repeated('styles and templates', '<style>a</style><template>b</template>'),
  // Many of one thing.
  repeated('breaks', '<br>'),
  repeated('words and breaks', 'some words here, and more of them.<br>'),
  repeated('pairs of breaks', `${sentence}<br><br>`),
  repeated('links', '<a href="/news/1">Школьники посадили аллею из ста лип</a> '),
  repeated('links in lines', '<a href="/news/1">Школьники посадили аллею из ста лип</a><br>'),
  repeated('links in a list', '<li><a href="/news/1">Школьники посадили аллею из ста лип</a>'),
  { name: 'links in one paragraph', make: (length) => `<p>${times('<a href="/n">слово</a> и ', length)}` },
  repeated('h1', `<h1>${headline}</h1>`),
  { name: 'h1 of many texts', make: (length) => numbered((at) => `<h1>${headline} ${at}</h1>`, length) },
  repeated('one paragraph again and again', paragraph),
  {
    name: 'many paragraphs',
    make: (length) => numbered((at) => `<p>${sentence}${at}</p>`, length),
  },
  {
    name: 'many paragraphs, each in elements of its own',
    make: (length) => numbered((at) => `<section><div><p>${sentence}${at}</p></div></section>`, length),
  },
  { name: 'short passages', make: (length) => numbered((at) => `<p>${at}`, length) },
  repeated('one-letter inline elements', '<i>x</i>'),
  { name: 'a paragraph of inline elements', make: (length) => `<p>${times('<b>слово</b> ', length)}` },
  repeated('rules', `<hr>${sentence}`),
  repeated('articles', `<article><h1>${headline}</h1>${paragraph}</article>`),
  repeated('times', '<time datetime="2026-11-24T09:05:00Z">24 ноября</time>'),
  repeated('authors', '<span class="author byline" itemprop="author">Орла Финч</span>'),
  repeated('authors that are links', '<a rel="author" href="/a">Orla Finch</a>'),
  repeated('dates in lines', '<p>24 ноября 2026, 09:05</p>'),
  repeated('meta elements', '<meta property="article:tag" content="мост"><meta name="author" content="A B">'),
  repeated(
    'microdata',
    '<div itemscope itemtype="https://schema.org/BlogPosting" itemprop="liveBlogUpdate">x</div>',
  ),
  repeated(
    'live entries',
    `<article><time datetime="2026-11-24T09:05:00Z">09:05</time>${paragraph}</article>`,
  ),
  repeated('pictures', '<img src="/a.jpg" alt="Мост">'),
  {
    name: 'pictures of many addresses',
    make: (length) =>
      numbered((at) => `<figure><img src="/${at}.jpg"><figcaption>x</figcaption></figure>`, length),
  },
  {
    name: 'one figure of many pictures',
    make: (length) => `<figure>${numbered((at) => `<img src="/${at}.jpg">`, length)}`,
  },
  repeated('small print', '<small>x</small>'),
  { name: 'empty text before small print', make: (length) => times('<br> <small>x</small>', length) },
  repeated(
    'posts',
    '<blockquote class="twitter-tweet"><p>Мост открыт</p>— A (@a) <a href="https://twitter.com/a/status/1">x</a></blockquote>',
  ),
  {
    name: 'one post of many links',
    make: (length) =>
      `<blockquote class="twitter-tweet">${times('<a href="https://twitter.com/a/status/1">x</a>', length)}`,
  },
  repeated('players', '<iframe src="https://www.youtube.com/embed/a"></iframe>'),
  repeated('table rows', '<table><tr><td>сорок<td>тонн<td>ржи</table>'),
  {
    name: 'one long table',
    make: (length) => `${paragraph}<table>${times('<tr><td>сорок<td>тонн<td>ржи', length)}</table>`,
  },
  {
    name: 'one wide table',
    make: (length) => `${paragraph}<table><tr>${times('<td>сорок', length)}</table>`,
  },
  {
    name: 'spans of cells',
    make: (length) =>
      `${paragraph}<table>${times('<tr><td colspan=1000 rowspan=65534>сорок<td>тонн', length)}</table>`,
  },
  { name: 'one long list', make: (length) => `${paragraph}<ul>${times('<li>сорок тонн ржи', length)}</ul>` },
  {
    name: 'one list item of many parts',
    make: (length) => `${paragraph}<ul><li>${times('<p>сорок тонн ржи</p>', length)}</ul>`,
  },
  repeated('pull quotes', `${paragraph}<aside><blockquote>${sentence}</blockquote></aside>`),
  // JSON-LD.
  jsonLd(
    'JSON-LD of one text',
    (length) => `{"@type":"NewsArticle","headline":"x","articleBody":"${times(sentence, length)}"}`,
  ),
  jsonLd(
    'JSON-LD of many articles',
    (length) => `[${times('{"@type":"NewsArticle","headline":"x","author":{"@id":"#a"}},', length)}{}]`,
  ),
  jsonLd(
    'JSON-LD of many authors',
    (length) =>
      `{"@type":"NewsArticle","headline":"x","author":[${times('{"@type":"Person","@id":"#a"},', length)}{}]}`,
  ),
  jsonLd(
    'JSON-LD of many updates',
    (length) =>
      `{"@type":"LiveBlogPosting","headline":"x","liveBlogUpdate":[${times(`{"@type":"BlogPosting","articleBody":"${sentence}","datePublished":"2026-11-24T09:05:00Z"},`, length)}{}]}`,
  ),
  jsonLd(
    'JSON-LD of many keys',
    (length) => `{"@type":"NewsArticle",${numbered((at) => `"k${at}":1,`, length)}"a":1}`,
  ),
  jsonLd('JSON-LD nested', (length) => times('{"@graph":[', length)),
  jsonLd(
    'JSON-LD nested and closed',
    (length) => `${'{"@graph":['.repeat(length / 13)}${']}'.repeat(length / 13)}`,
  ),
  jsonLd('JSON-LD broken', (length) => times('{"@type":"NewsArticle"} {"a":"b\n",', length)),
  jsonLd('JSON-LD of backslashes', (length) => `{"a":"${'\\'.repeat(length)}`),
  jsonLd('JSON-LD of spaces', (length) => `{"a":1,${' '.repeat(length)}x`),
  jsonLd('JSON-LD of closing signs', (length) => `{"a":1${'; '.repeat(length / 2)}x`),
  repeated(
    'many JSON-LD blocks',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
  ),
]

function repeated(name: string, part: string): HostileInput {
  return { name, make: (length) => times(part, length) }
}

function jsonLd(name: string, make: (length: number) => string): HostileInput {
  return {
    name,
    make: (length) =>
      `<script type="application/ld+json">${make(length)}</script><h1>${headline}</h1>${paragraph}`,
  }
}

function times(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length))
}

function numbered(part: (at: number) => string, length: number): string {
  const parts: string[] = []
  for (let at = 0, made = 0; made < length; at++) {
    const one = part(at)
    parts.push(one)
    made += one.length
  }
  return parts.join('')
}
