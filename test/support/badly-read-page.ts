/**
 * A page of an invented outlet that is read badly without rules: an advertiser's text stands among the paragraphs in
 * elements that nothing tells from theirs, and the correction stands apart.
 */
export function badlyReadPage(options: { readonly headline: string; readonly town: string }): string {
  const { headline, town } = options
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline} — The Harbour Herald</title>
<meta property="og:site_name" content="The Harbour Herald"><meta property="og:title" content="${headline}">
<meta property="article:published_time" content="2026-11-24T10:40:00Z"></head><body>
<header><a href="/">The Harbour Herald</a><nav><ul><li><a href="/harbour">Harbour</a></li><li><a href="/town">Town</a></li>
<li><a href="/weather">Weather</a></li><li><a href="/letters">Letters</a></li></ul></nav></header>
<main><article><h1>${headline}</h1><p class="kicker-line">By Ada Lunt</p>
<p class="standfirst">The council of ${town} has ordered a survey of the sea wall after two storms in one month.</p>
<div class="c-body"><p>Engineers walked the whole length of the sea wall at ${town} on Tuesday morning and marked eleven places where the mortar has gone and the sea can be heard behind the stones.</p>
<p>The survey will take three weeks. Until then the promenade stays closed from the lighthouse to the slip, and the bus to the ferry goes by way of the station road.</p>
<div class="c-slot-7"><p>Thinking of a new kitchen before the holidays? Our partner Brandt &amp; Daughters will measure it for nothing, and a fitter can be with you before the first snow has fallen.</p></div>
<h2>Who pays for the wall</h2>
<ul><li>The county gives a third.</li><li>The port gives a third.</li><li>The town has to find the rest.</li></ul>
<p>“We have known about the wall since my father sat on the council,” said Ines Marlowe, who keeps the chandlery at the slip. “What is new is that the sea has noticed it too.”</p>
<figure><img src="/img/wall.jpg" alt="The wall at low water" width="900" height="600"><figcaption>The sea wall at low water. Photo: Ada Lunt</figcaption></figure>
<p>A meeting for all who live on the front is called for Friday evening in the sail loft, and the plans can be seen there from noon on.</p></div></article>
<aside class="c-note"><p>Correction: an earlier version gave the length of the wall in yards.</p></aside>
<section class="more"><h2>Most read</h2><ul><li><a href="/1">Ferry to run an hour later in the winter</a></li><li><a href="/2">The baker who sails to work each morning</a></li></ul></section></main>
<footer><p>© The Harbour Herald. Printed at the quay since 1903.</p></footer></body></html>`
}
