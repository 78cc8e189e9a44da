import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from '../../model/article.ts'
import { read } from '../index.ts'

describe('the blocks of an article that are not prose', () => {
  const cases: readonly (readonly [what: string, html: string, blocks: readonly Block[]])[] = [
    [
      'a table with a caption and cells that span others',
      `<table><caption>Rye and oats</caption>
        <thead><tr><th rowspan="2">Field</th><th colspan="2">Tonnes</th></tr><tr><th>2025</th><th>2026</th></tr></thead>
        <tr><th>North</th><td>12</td><td>14</td></tr><tr><th>South</th><td></td><td>9</td></tr></table>`,
      [
        {
          kind: 'table',
          caption: 'Rye and oats',
          rows: [
            ['Field', 'Tonnes', ''],
            ['', '2025', '2026'],
            ['North', '12', '14'],
            ['South', '', '9'],
          ],
          headerRows: 2,
          headerColumn: true,
        },
      ],
    ],
    [
      'a list in a list',
      '<ol><li>Cut the rye<ul><li>by hand</li><li>by machine</li></ul></li><li>Bind <a href="/s">the sheaves</a></li></ol>',
      [
        {
          kind: 'list',
          ordered: true,
          items: [
            {
              text: 'Cut the rye',
              links: [],
              inner: {
                kind: 'list',
                ordered: false,
                items: [
                  { text: 'by hand', links: [] },
                  { text: 'by machine', links: [] },
                ],
              },
            },
            {
              text: 'Bind the sheaves',
              links: [{ start: 5, end: 16, address: 'https://outlet.example/s' }],
            },
          ],
        },
      ],
    ],
    [
      'a list of definitions',
      '<dl><dt>Sheaf</dt><dt>Bundle</dt><dd>What is bound in the field.</dd><dt>Rick</dt><dd>Many of them.</dd></dl>',
      [
        {
          kind: 'definitions',
          items: [
            { term: 'Sheaf, Bundle', meaning: { text: 'What is bound in the field.', links: [] } },
            { term: 'Rick', meaning: { text: 'Many of them.', links: [] } },
          ],
        },
      ],
    ],
    [
      'code with its spaces',
      '<pre><code>rye = 12\n  oats = 9\n</code></pre>',
      [{ kind: 'code', text: 'rye = 12\n  oats = 9' }],
    ],
    [
      'a gallery of figures in their order',
      [1, 2, 3]
        .map(
          (at) =>
            `<figure><img src="/${at}.jpg" alt="Field ${at}"><figcaption>Rye in field ${at}</figcaption></figure>`,
        )
        .join('<p></p>'),
      [
        {
          kind: 'gallery',
          pictures: [1, 2, 3].map((at) => ({
            image: {
              address: `https://outlet.example/${at}.jpg`,
              alt: `Field ${at}`,
              width: null,
              height: null,
            },
            caption: `Rye in field ${at}`,
            credit: '',
          })),
        },
      ],
    ],
    [
      "a player, by what the page's data says of its film",
      `<script type="application/ld+json">{"@type":"VideoObject","name":"The last sheaf","embedUrl":"https://www.youtube.com/embed/abcdef12345","thumbnailUrl":"/still.jpg","duration":"PT1M5S"}</script>
       <iframe src="https://www.youtube-nocookie.com/embed/abcdef12345?rel=0"></iframe>`,
      [
        {
          kind: 'video',
          provider: 'www.youtube.com',
          address: 'https://www.youtube.com/watch?v=abcdef12345',
          title: 'The last sheaf',
          poster: 'https://outlet.example/still.jpg',
          durationSeconds: 65,
        },
      ],
    ],
    [
      'a film in the page itself',
      '<video poster="/p.jpg" aria-label="Reapers at dusk"><source src="/reapers.mp4"></video>',
      [
        {
          kind: 'video',
          provider: 'outlet.example',
          address: 'https://outlet.example/reapers.mp4',
          title: 'Reapers at dusk',
          poster: 'https://outlet.example/p.jpg',
          durationSeconds: null,
        },
      ],
    ],
    [
      'a post, whether or not its element is named for it',
      '<blockquote><p>The last sheaf is in.</p>— Valley Reapers (@reapers) <a href="https://twitter.com/reapers/status/17?ref_src=x">24 November 2026</a></blockquote>',
      [
        {
          kind: 'embed',
          provider: 'twitter.com',
          address: 'https://twitter.com/reapers/status/17',
          author: 'Valley Reapers',
          text: 'The last sheaf is in.',
          handle: '@reapers',
          at: { at: Date.UTC(2026, 10, 24), zone: null, precision: 'day' },
        },
      ],
    ],
    [
      "a channel's post that a script puts in",
      '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="valley_post/68"></script>',
      [
        {
          kind: 'embed',
          provider: 't.me',
          address: 'https://t.me/valley_post/68',
          author: '',
          text: '',
          handle: '@valley_post',
        },
      ],
    ],
  ]
  for (const [what, html, blocks] of cases)
    it(`are kept as what they are: ${what}`, () => {
      const found = blocksOf(`${paragraphs(3)}${html}${paragraphs(3, 'Millers')}`)
      assert.deepEqual(
        found.filter(({ kind }) => kind !== 'paragraph'),
        blocks,
      )
      assert.equal(found.length, 6 + blocks.length)
    })

  const addresses: readonly (readonly [html: string, address: string])[] = [
    [
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Freapers%2Fposts%2F9&width=500"></iframe>',
      'https://www.facebook.com/reapers/posts/9',
    ],
    ['<iframe src="https://t.me/valley_post/12?embed=1"></iframe>', 'https://t.me/valley_post/12'],
    [
      '<iframe src="https://social.example/@reapers/1093/embed"></iframe>',
      'https://social.example/@reapers/1093/',
    ],
    [
      '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=17"></iframe>',
      'https://twitter.com/i/status/17',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab1/?utm_source=ig_embed"><a href="https://www.instagram.com/p/Ab1/">A post shared by Valley Reapers (@reapers)</a></blockquote>',
      'https://www.instagram.com/p/Ab1/',
    ],
    [
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3k"><p>The last sheaf.</p></blockquote>',
      'https://bsky.app/profile/did:plc:abc/post/3k',
    ],
    [
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@reapers/video/7"><section>The last sheaf</section></blockquote>',
      'https://www.tiktok.com/@reapers/video/7',
    ],
    [
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@reapers/post/C1"><a href="https://www.threads.net/@reapers/post/C1">View on Threads</a></blockquote>',
      'https://www.threads.net/@reapers/post/C1',
    ],
    ['<iframe src="https://vk.com/video_ext.php?oid=-5&id=77&hd=1"></iframe>', 'https://vk.com/video-5_77'],
    ['<iframe src="https://rutube.ru/play/embed/ab12/"></iframe>', 'https://rutube.ru/video/ab12/'],
    ['<lite-youtube videoid="abcdef12345"></lite-youtube>', 'https://www.youtube.com/watch?v=abcdef12345'],
  ]
  for (const [html, address] of addresses)
    it(`lead where a person can see them: ${address}`, () => {
      const found = blocksOf(`${paragraphs(3)}${html}${paragraphs(3, 'Millers')}`)
      assert.deepEqual(
        found.flatMap((block) => ('address' in block ? [block.address] : [])),
        [address],
      )
      assert.equal(found.length, 7)
    })

  it('are not the buttons and the layout of the page', () => {
    const table = `<table><tr><td>${paragraphs(3)}</td></tr></table>`
    const buttons =
      '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Foutlet.example"></iframe>'
    assert.deepEqual(
      blocksOf(`${table}${buttons}${paragraphs(2, 'Millers')}`).map(({ kind }) => kind),
      Array.from({ length: 5 }, () => 'paragraph'),
    )
  })

  it('leave out a quote that only repeats the text, and keep one that says more', () => {
    const said = 'Nobody in the valley has ever seen barley stand so high before the rain'
    const body = `${paragraphs(2)}<p>“${said},” the reeve told the square on Monday, and sat down again.</p>`
    const repeated = `<blockquote><p>${said}</p></blockquote>`
    const own =
      '<blockquote><p>We shall count the sheaves twice this year, and the rooks once.</p></blockquote>'
    assert.deepEqual(
      blocksOf(`${body}${repeated}${paragraphs(2, 'Millers')}${own}${paragraphs(1, 'Bakers')}`).flatMap(
        (block) => (block.kind === 'quote' ? [block.text] : []),
      ),
      ['We shall count the sheaves twice this year, and the rooks once.'],
    )
  })

  it('leave out the card that opens over a name', () => {
    const card = '<span class="hovercard">Reeve of the valley since 2019. Follow him.</span>'
    const [block] = blocksOf(
      `<p>The reeve, Alden Marsh${card}, counted the sheaves twice on Monday, and then once more.</p>${paragraphs(4)}`,
    )
    assert.ok(block?.kind === 'paragraph')
    assert.equal(
      block.text,
      'The reeve, Alden Marsh, counted the sheaves twice on Monday, and then once more.',
    )
  })
})

function blocksOf(body: string): readonly Block[] {
  const reading = read({
    text: `<title>Harvest ends</title><h1>Harvest ends</h1><article>${body}</article>`,
    address: 'https://outlet.example/page',
  })
  assert.ok('article' in reading, `read as ${reading.kind}`)
  return reading.article.blocks
}

function paragraphs(count: number, word = 'Farmers'): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<p>${word} brought in sheaf ${at} of the harvest on Monday, and said that the barley had never stood so high in the valley before this year.</p>`,
  ).join('')
}
