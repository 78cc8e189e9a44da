import type { SearchHit } from '../../archive/archive.ts'
import { excerpt } from '../../language/highlight.ts'
import { parseQuery } from '../../language/parse-query.ts'
import { type Command, exitCode, jsonOption } from '../command.ts'
import { localTime } from '../local-time.ts'
import { withArchive } from '../with-archive.ts'

export const search: Command = {
  name: 'search',
  summary: 'search the archive',
  usage: 'QUERY...',
  help: `
Finds articles that hold all the words, in any of their case forms, latest first.

  wiredesk search мост "перекрыли движение" -учения
  wiredesk search headline:flood lang:en after:2026-11-01 outlet:example.com by:"a name"`,
  options: { ...jsonOption, limit: { type: 'string', value: 'N', help: 'how many at most (20)' } },
  arguments: { min: 1, max: 100 },
  takesDashedWords: true,
  async run({ arguments: words, configuration, terminal, count, flag }) {
    // A shell takes the quotes of a phrase away: a word with a space in it was one.
    const input = words.length === 1 ? words.join() : words.map(withItsQuotes).join(' ')
    const query = parseQuery(input, { zone: configuration.zone, now: Date.now() })
    const { items } = await withArchive(configuration, (archive) =>
      archive.articles.search(query, { limit: count('limit', 20) }),
    )
    for (const hit of items) {
      terminal.print(flag('json') ? JSON.stringify(hit.line) : hitText(hit))
    }
    if (items.length === 0) terminal.say(`Nothing in the archive matches ${input}.`)
    return items.length === 0 ? exitCode.nothingFound : exitCode.ok

    function hitText({ line, body }: SearchHit): string {
      const time = localTime(line.at, configuration.zone)
      const { text, marks } = excerpt(body, line.language, query, 160)
      const marked = [...marks]
        .reverse()
        .reduce(
          (marking, { start, end }) =>
            marking.slice(0, start) + terminal.style.bold(marking.slice(start, end)) + marking.slice(end),
          text,
        )
      return [
        `${time}  ${terminal.style.bold(line.headline)}  ${terminal.style.faint(`${line.outlet.name}, ${line.language}`)}`,
        `  ${marked.replace(/\s+/g, ' ')}`,
        `  ${terminal.style.faint(line.address)}`,
      ].join('\n')
    }
  },
}

/** `-новый мост` was `-"новый мост"`, and `by:a name` was `by:"a name"`. */
function withItsQuotes(word: string): string {
  return word.includes('"') ? word : word.replace(/^(-?(?:[a-z]+:)?)(.*\s.*)$/s, '$1"$2"')
}
