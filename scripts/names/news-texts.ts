import { readFileSync } from 'node:fs'
import path from 'node:path'
import { jsonLines } from '../../bench/language/json-lines.ts'

/** Russian news and posts that may be trained on, each once, up to so many characters; those full of Latin letters left out. */
export function russianNews(data: string, characters: number): readonly string[] {
  const seen = new Set<string>()
  let sum = 0
  return [...pairs(data), ...similar(data), ...categories(data), ...posts(data)].filter((text) => {
    const opening = text.slice(0, 60)
    const latin = text.match(/[A-Za-z]/g)?.length ?? 0
    if (seen.has(opening) || latin > text.length / 10 || sum > characters) return false
    seen.add(opening)
    sum += text.length
    return true
  })
}

/** English articles that may be trained on, from all of their years, up to so many characters. */
export function englishNews(data: string, characters: number): readonly string[] {
  const texts = jsonLines<{ readonly text: string }>(path.join(data, 'stories/allsides_stream.jsonl.gz'))
  const length = texts.reduce((sum, { text }) => sum + text.length, 0)
  const step = Math.max(1, Math.floor(length / characters))
  return texts.filter((_, at) => at % step === 0).map(({ text }) => text)
}

function pairs(data: string): readonly string[] {
  return jsonLines<Readonly<Record<string, string>>>(path.join(data, 'stories/tgcontest_pairs.jsonl'))
    .filter(({ lang }) => lang === 'ru')
    .flatMap(({ title1, text1, title2, text2 }) => [`${title1}\n${text1}`, `${title2}\n${text2}`])
}

function similar(data: string): readonly string[] {
  return jsonLines<Readonly<Record<string, string>>>(path.join(data, 'stories/semeval2022_task8.jsonl'))
    .flatMap(({ lang1, text1 = '', lang2, text2 = '' }) => [
      lang1 === 'ru' ? text1 : '',
      lang2 === 'ru' ? text2 : '',
    ])
    .filter((text) => text !== '')
}

function categories(data: string): readonly string[] {
  return ['exam', 'honey', 'training'].flatMap((part) =>
    readFileSync(path.join(data, `language/categories/ru_cat_${part}.tsv`), 'utf8')
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'))
      .map(([, text = '', title = '']) => `${title}\n${text}`),
  )
}

function posts(data: string): readonly string[] {
  return jsonLines<{ readonly text: string }>(path.join(data, 'stories/telegram_ru_22k/posts.jsonl'))
    .map(({ text }) =>
      text
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*_`~]{2,}/g, '')
        .replace(/https?:\S+/g, ''),
    )
    .filter(({ length }) => length > 150 && length < 4000)
}
