import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bodyText } from '../../model/block-text.ts'
import { read } from '../read.ts'

/** Each page holds lines that belong to the text, marked with '+', and lines that do not, marked with '-'. */
const cases: readonly (readonly [what: string, html: string])[] = [
  [
    'a row of teasers, though their excerpts read as prose',
    `<main><h1>Harvest ends</h1><div>${prose(4)}</div><section>${row(4, (at) => `<div class="item"><h3><a href="/n/${at}">- The mayor opens bridge number ${at}</a></h3><p>- The bridge across the Alder was closed for nine months, and the mills had to send their carts around it in year ${at}.</p></div>`)}</section></main>`,
  ],
  [
    'no list whose items are the text',
    `<main><h1>Four mills to see</h1><div>${row(4, (at) => `<div class="item"><h3><a href="/mills/${at}">Mill number ${at} on the Alder</a></h3><p>+ The wheel of mill number ${at} turns from April to the first frost, and the miller shows it to anybody who asks.</p></div>`)}</div></main>`,
  ],
  [
    'the line under a picture, though nothing is named',
    `<h1>Harvest ends</h1><div>${prose(3)}<div class="a1"><div class="a2"><img src="/b.jpg"></div><div class="a3">- Barley on the Alder, seen from the mill of the Finches.</div></div>${prose(3, 'Millers')}</div>`,
  ],
  [
    'no paragraph that stands beside a picture',
    `<h1>Harvest ends</h1><div>${prose(3)}<p><img src="/b.jpg"></p><p>+ The barley stood high.</p>${prose(3, 'Millers')}</div>`,
  ],
  [
    'comments that are longer than the text, in its element',
    `<main><h1>Harvest ends</h1><div class="text">${prose(16)}<div class="comments">${others(30)}</div></div></main>`,
  ],
  [
    'no part that a system of pages named for itself',
    `<main><div class="cmp-container"><h1>Harvest ends</h1><div class="cmp-text">${prose(3)}</div><div class="cmp-title"><h2>+ What the millers say</h2></div><div class="cmp-text">${prose(3, 'Millers')}</div></div></main>`,
  ],
  [
    'no questions that the text ends with, in boxes of their own',
    `<main><h1>Harvest ends</h1><div class="a1">${prose(12)}</div><div class="a2">${row(3, (at) => `<div class="b1"><div class="b2">+ Who cuts the barley of field ${at}?</div><div class="b3"><p>+ The carters of the upper valley do, whoever it is that owns the field ${at} that they are sent to.</p></div></div>`)}</div></main>`,
  ],
  [
    'no end that stands around the parts of the text',
    `<main><h1>Harvest ends</h1><div class="text">${row(3, (at) => `<div class="part">${prose(2, `Farmers of part ${at}`)}</div>`)}<p>+ So ends the harvest, and what the millers make of it will be told when they have ground it.</p></div></main>`,
  ],
  [
    'no item of a list that is a link, among others',
    `<main><h1>Harvest ends</h1><div>${prose(3)}<ul><li>+ Barley, cut in July by the carters</li><li><a href="https://rye.example/field">+ Rye of the lower field</a></li><li>+ Oats, of which there were few</li></ul>${prose(3, 'Millers')}</div></main>`,
  ],
  [
    'a box with a field for an address',
    `<h1>Harvest ends</h1><div>${prose(3)}<div class="a1"><h3>- The valley in the morning</h3><p>- All that the valley talks about, every day at six. You can leave whenever you want.</p><div><input type="email"></div><p>- That is no address, look again.</p></div>${prose(3, 'Millers')}</div>`,
  ],
  [
    'a box with a button behind its words',
    `<h1>Harvest ends</h1><div>${prose(3)}<div class="a1"><div>- This map comes from another site, which will learn that you were here. It is shown when you agree to that.</div><button>Show the map</button></div>${prose(3, 'Millers')}</div>`,
  ],
  [
    'no answers that buttons unfold, and no listings that they copy',
    `<h1>Harvest ends</h1><div>${prose(3)}${row(3, (at) => `<div class="q"><button>Question ${at}</button><div>+ The barley of field ${at} goes to the upper mill, the rest to the lower one.</div></div>`)}<div><pre>+ sheaves 40
</pre><button>Copy</button></div>${prose(3, 'Millers')}</div>`,
  ],
  [
    'a part that the style sheet hides',
    `<h1>Harvest ends</h1><div>${prose(3)}<div class="panel hidden"><p>- Welcome back, reader. The valley is yours again.</p></div>${prose(3, 'Millers')}</div>`,
  ],
  [
    'no part that the style sheet shows on wide screens',
    `<h1>Harvest ends</h1><div>${prose(3)}<div class="hidden md:block"><p>+ The barley of the upper field was sold first.</p></div>${prose(3, 'Millers')}</div>`,
  ],
  [
    'calls behind the text, by where they lead',
    `<h1>Harvest ends</h1><div>${prose(4)}<p>- All of the valley in <a href="/newsletter/valley">one letter</a> every morning.</p><p>- Talk to us in <a href="https://t.me/valley_post">our channel</a>.</p><p>- Saw something? Write to desk@outlet.example today.</p><ul><li>- The bridge on the Alder <a href="/n/1">opens in spring</a></li></ul></div>`,
  ],
  [
    'no sentence that links a post, nor a list of sources, behind the text',
    `<h1>Harvest ends</h1><div>${prose(4)}<p>+ The mayor said so <a href="https://t.me/mayor/17">in his channel</a> on Monday.</p><ul><li>+ Statistics of the county, <a href="https://county.example/1">table 4</a></li></ul></div>`,
  ],
  [
    'an insert that is set in another form, in an element of its own',
    `<h1>Harvest ends</h1><div>${prose(3)}<div class="b1"><div class="b2"><div class="b3">- Readers of this page get the almanac of the valley at half its price until Sunday.</div></div></div>${prose(3, 'Millers')}</div>`,
  ],
  [
    'no part that comes again and again between the paragraphs',
    `<h1>Harvest ends</h1><div>${row(4, (at) => `${prose(2, `Millers of ${at}`)}<div class="b1"><div class="b3">+ The mill of village ${at} was built by the great-grandfather of the miller.</div></div>`)}</div>`,
  ],
  [
    'a box that is longer than the text, which stands by itself',
    `<h1>Harvest ends</h1><article>${prose(18)}<div class="fact-box"><h3>- The speech of the mayor</h3>${row(24, (at) => `<p>- Neighbours, this is part ${at} of what I have to say about the barley, and I ask for your patience with an old man who was never a speaker.</p>`)}</div></article>`,
  ],
  [
    'no section whose heading is linked by an id made of its words',
    `<h1>Harvest ends</h1><div>${prose(3)}<div id="menu-of-the-feast-and-who-cooks-it"><h2 id="what-the-counter-at-the-mill-shows">+ The counter at the mill</h2>${prose(1, 'Millers')}</div>${prose(3, 'Carters')}</div>`,
  ],
  [
    'short lines before and after the prose that stand in its paragraphs and lists',
    `<h1>Harvest ends</h1><div class="day">- Monday at the mill</div><div><p>+ It is that time again</p>${prose(4)}<ul><li>+ barley</li><li>+ two sorts of rye</li></ul><p>+ see you at the feast :)</p><p><b>- More of the valley</b></p></div>`,
  ],
  [
    'a text of a few short lines under its headline, and a longer note in the side column',
    `<title>The last cart</title><div><h2>The last cart</h2><p>+ “You are late,” said the miller, and “so are you.”</p><p>+ – Fine.</p></div><div id="sidebar"><div>- Valley notes are written at night by the miller of the upper wheel, who sleeps by day and bakes on Fridays. No part of them may be sold.</div></div>`,
  ],
  [
    'lines of a list without links, however short',
    `<h1>What to pack</h1><div id="pack"><ul>${row(20, (at) => `<li>+ pair number ${at} of dry socks, for the way down</li>`)}</ul></div><div id="licence">- Unless said otherwise, all of it may be copied.</div>`,
  ],
  [
    'a list behind its heading at the end, though some of its items are links',
    `<h1>Harvest ends</h1><div>${prose(4)}<h3>+ Where to buy flour</h3><ul><li><a href="https://mill.example/">The upper mill</a></li><li>+ the cart at the bridge</li></ul><h3>- More</h3></div>`,
  ],
  [
    'a box behind the text that is made unlike it',
    `<main><h1>Harvest ends</h1><div class="text">${prose(4)}</div><div class="offer"><h2>- The valley by post</h2><p>- Every Friday the miller writes down what was ground and what was said while it was, and sends it to you.</p></div></main>`,
  ],
  [
    'no part of a text of many parts',
    `<main><h1>Harvest ends</h1>${row(3, (at) => `<div class="part"><h2>+ Part ${at}</h2>${prose(2, `Millers of wheel ${at}`)}</div>`)}</main>`,
  ],
  [
    'a second article that an endless scroll adds, though it is longer',
    `<main><article><h1>Harvest ends</h1>${prose(4)}</article><article><h1>- The bridge opens</h1>${others(12)}</article></main>`,
  ],
  [
    'no part of it that stands in an article element of its own, without a heading, a date or a link',
    `<main><article class="a1"><h1>Harvest ends</h1>${prose(4)}</article><article class="a1">${prose(2, 'Millers')}</article><article class="a1"><a href="/n/1">- The bridge on the Alder opens</a><p>- It was closed for nine months, and the mills had to send their carts around it.</p></article></main>`,
  ],
  [
    'an element of the page’s own making that is named for what it is',
    `<main><h1>Harvest ends</h1><div>${prose(3)}<vp-teaser><p>- What does barley cost this year? Find the answers of the millers here.</p></vp-teaser>${prose(3, 'Millers')}</div></main>`,
  ],
  [
    'comments that are named in another language',
    `<div><h1>Harvest ends</h1>${prose(4)}<div class="kommentare"><h3>- 2 Kommentare</h3><p>- The barley never was better, said my grandmother, and she had seen them all.</p></div></div>`,
  ],
  [
    'a second article behind a main heading and a date of its own',
    `<main><h1>Harvest ends</h1><time>24 November 2026</time>${prose(6)}<h1>- The bridge opens</h1><time>23 November 2026</time>${others(6)}</main>`,
  ],
  [
    'a second article in an element of its own that nothing names',
    `<main><div><h1>Harvest ends</h1><div>24 November 2026</div>${prose(4)}</div><div><h1>- The bridge opens</h1><div>23 November 2026</div>${others(12)}</div></main>`,
  ],
  [
    'no part under a main heading of its own that no date follows',
    `<main><h1>Harvest ends</h1>${prose(4)}<h1>+ What the millers say</h1>${prose(4, 'Millers')}</main>`,
  ],
  [
    'a cookie dialog that says more than the article does, though nothing names it',
    `<main><h1>Harvest ends</h1>${prose(2)}</main><div class="a1"><div>- We value your privacy</div>${row(4, (at) => `<p>- We and our ${at}12 partners store what your browser tells us of you, such as cookies, and make use of it for the purposes below, if only you agree to all of that on this very page.</p>`)}<button>Accept all</button></div>`,
  ],
  [
    'a cookie dialog that says more than the article does, by its name',
    `<main><h1>Harvest ends</h1>${prose(2)}</main><div class="xy-dsgvo"><h2>- Your choice</h2>${row(9, (at) => `<p>- Service ${at} keeps what you looked at for as long as the law allows, and sells none of it to the millers.</p>`)}</div>`,
  ],
  [
    'a dialog that says of itself that it is one, though it says more than the article does',
    `<main><h1>Harvest ends</h1>${prose(2)}</main><div aria-modal="true"><h2>- What is kept</h2>${others(12)}</div>`,
  ],
  [
    'a card that is one link, heading and all, between the paragraphs',
    `<main><h1>Harvest ends</h1>${prose(3)}<a href="/n/1"><div class="k1"><h3>- The bridge on the Alder opens in spring</h3></div></a>${prose(3, 'Millers')}<h2><a href="https://mill.example/">+ The upper mill</a></h2>${prose(2, 'Carters')}</main>`,
  ],
  [
    'a body that a stream brings in a hidden element at the end of the page',
    `<div id="root"><main><h1>Harvest ends</h1><template id="B:0"></template><p>- Loading, have patience</p></main><footer><a href="/">Valley Post</a></footer></div><div hidden id="S:0">${prose(6)}</div>`,
  ],
  [
    'a caption that comes again under each of nine pictures',
    `<main><h1>Harvest ends</h1>${prose(3)}${row(9, (at) => `<div class="slide"><img src="/${at}.jpg"><p>- The mill of the Finches on the Alder. Photo: Tom Akers</p></div>`)}${prose(3, 'Millers')}</main>`,
  ],
  [
    'a box of facts',
    `<main><h1>Harvest ends</h1>${prose(3)}<div class="factbox"><h3>- Barley</h3><ul><li>- Sown in March</li><li>- Cut in July</li></ul><p>- It is a grass that has been grown in the valley since the first mill was built.</p></div>${prose(3, 'Millers')}</main>`,
  ],
  [
    'a box that asks to make an account, by where its link leads',
    `<main><h1>Harvest ends</h1>${prose(3)}<div class="z9"><h3>- Read on for free</h3><p class="z8">- Make an account and read five reports a month, without paying anything.</p><a href="/register">- Make an account</a></div>${prose(3, 'Millers')}</main>`,
  ],
  [
    'no paragraph that links to where one makes an account',
    `<main><h1>Harvest ends</h1>${prose(3)}<p>+ Who wants barley <a href="https://county.example/register">enters a name at the county</a>, said the mayor.</p>${prose(3, 'Millers')}</main>`,
  ],
  [
    'a line between the paragraphs that says that other words lead on, and they do, to another page',
    `<main><h1>Harvest ends</h1>${prose(3)}<p>- On this day: <a href="/n/7">The old bridge on the Alder falls down</a></p><p>+ In the wording: <a href="https://county.example/7">The decree of the county on bridges</a></p>${prose(3, 'Millers')}</main>`,
  ],
  [
    'no line before the list that the text begins with',
    `<h1>What to pack</h1><div><p class="day">- Monday</p></div><div><p><b>+ For the way down:</b></p><ul>${row(5, (at) => `<li>+ Pack sock number ${at} where the rain does not find it, and the bread on top of it.</li>`)}</ul></div>`,
  ],
  [
    'no part that is folded behind “read more”, though one named so leads to other pages',
    `<main><h1>Harvest ends</h1>${prose(4)}<div class="js_readmore">+ What the millers weighed came to four hundred sheaves, and that was only the first week.</div><div class="readmore"><p>- Last year the harvest was late, and the millers waited for it. <a href="/n/1">All of it</a></p></div>${prose(3, 'Millers')}</main>`,
  ],
  [
    'tags and dates around a short text',
    `<main><h1>Harvest ends</h1><div><span>- 24 November 2026, 09:05</span> <span>- 317 views</span></div><div><p>+ The last barley of the valley came in on Monday, and the millers begin tomorrow.</p></div><div><a href="/tag/1">- barley</a> <a href="/tag/2">- harvest</a></div></main>`,
  ],
]

describe('readBody', () => {
  it('leaves out of a line the words that only a screen reader says, and cards that open over the page', () => {
    const card = (name: string): string =>
      `<span class="x"><span><img src="/m.jpg"><a href="/p/1">${name}</a><a href="/n/1">Bridge opens</a> <a href="/n/2">Mill closes</a></span></span>`
    const line = `The mayor, <a href="/p/1">Tom Akers</a>${card('Tom Akers')}, signed <a href="https://deed.example/">the deed<span class="sr-only"> (opens in a new window)</span></a> on <a href="/2">Monday<span style="clip: rect(0 0 0 0); width: 1px">, see there</span></a>, and <a href="/3">the mill<span> (öffnet in neuem Tab)</span></a> was his.`
    const reading = read({
      text: `<h1>Harvest ends</h1><div>${prose(2)}<p>${line}</p>${prose(2, 'Millers')}</div>`,
      address: 'https://outlet.example/page',
    })
    assert.ok('article' in reading)
    assert.match(
      bodyText(reading.article),
      /The mayor, Tom Akers, signed the deed on Monday, and the mill was his\./,
    )
  })

  it('parts lines where empty spans are named for breaks', () => {
    const part = '<span class="x br"></span><span class="x br"></span>'
    const reading = read({
      text: `<h1>Harvest ends</h1><div>${prose(2)}<div>The mill opens${part}On Monday, the miller of the upper wheel said, everybody may come.</div></div>`,
      address: 'https://outlet.example/page',
    })
    assert.ok('article' in reading)
    assert.match(bodyText(reading.article), /The mill opens\s*\n\s*On Monday/)
  })

  it('keeps an address that the text gives, none of the outlet’s own', () => {
    const link = (address: string): string => `<p><a href="${address}">${address}</a></p>`
    const reading = read({
      text: `<h1>Harvest ends</h1><div>${prose(3)}${link('https://county.example/barley')}${link('https://outlet.example/terms')}${prose(3, 'Millers')}</div>`,
      address: 'https://outlet.example/page',
    })
    assert.ok('article' in reading)
    assert.match(bodyText(reading.article), /county\.example\/barley/)
    assert.doesNotMatch(bodyText(reading.article), /terms/)
  })

  for (const [what, html] of cases)
    it(`tells from the text: ${what}`, () => {
      const reading = read({ text: html, address: 'https://outlet.example/page' })
      assert.ok('article' in reading, `read as ${reading.kind}`)
      const text = `${reading.article.lead ?? ''}\n${bodyText(reading.article)}`
      const lines = [...html.matchAll(/>\s*([+-] [^<]+)</g)].map((found) => found[1] ?? '')
      assert.ok(lines.length > 0)
      for (const line of lines) assert.equal(text.includes(line), line.startsWith('+'), line)
    })
})

function prose(count: number, who = 'Farmers'): string {
  return row(
    count,
    (at) =>
      `<p>+ ${who} brought in sheaf ${at} of the harvest on Monday, and said that the barley had never stood so high in the valley before this year.</p>`,
  )
}

function others(count: number): string {
  return prose(count, 'Carters').replaceAll('+ ', '- ')
}

function row(count: number, markup: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => markup(at)).join('')
}
