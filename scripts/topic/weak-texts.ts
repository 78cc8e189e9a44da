import path from 'node:path'
import { jsonLines } from '../../bench/language/json-lines.ts'
import type { TopicName } from '../../src/language/data/topics.ts'

/** A text of which its set says roughly what it is about, or (`topics` empty) nothing. */
export interface WeakText {
  readonly text: string
  readonly language: 'ru' | 'en'
  readonly topics: readonly TopicName[]
}

/** Texts of the sets that may be trained on, each `every`th of the large ones. */
export function weakTexts(data: string): readonly WeakText[] {
  return [...allSides(data), ...telegram(data), ...clusters(data), ...pairs(data), ...semeval(data)]
}

const publicLife: readonly TopicName[] = [
  'politics',
  'crime',
  'disaster',
  'conflict',
  'society',
  'education',
  'labour',
  'religion',
]

/** What AllSides sorts its articles into; what is not here says nothing. */
const allSidesTopics: Readonly<Record<string, readonly TopicName[]>> = {
  elections: ['politics'],
  politics: ['politics'],
  white_house: ['politics'],
  us_senate: ['politics'],
  us_congress: ['politics'],
  healthcare: ['health', 'politics'],
  ebola: ['health'],
  public_health: ['health'],
  obesity_and_malnutrition: ['health'],
  immigration: ['politics', 'society'],
  middle_east: ['conflict', 'politics'],
  isis: ['conflict'],
  us_military: ['conflict'],
  terrorism: ['crime', 'conflict'],
  gun_control_and_gun_rights: ['politics', 'crime'],
  violence_in_america: ['crime', 'society'],
  criminal_justice: ['crime'],
  justice_department: ['crime', 'politics'],
  supreme_court: ['crime', 'politics'],
  economy_and_jobs: ['economy', 'labour'],
  economic_policy: ['economy'],
  trade: ['economy'],
  taxes: ['economy', 'politics'],
  banking_and_finance: ['economy'],
  business: ['economy'],
  energy: ['economy', 'environment'],
  labor: ['labour'],
  environment: ['environment'],
  epa: ['environment', 'politics'],
  education: ['education'],
  religion_and_faith: ['religion'],
  lgbt_rights: ['society', 'politics'],
  race_and_racism: ['society'],
  technology: ['science'],
  cybersecurity: ['science', 'crime'],
  science: ['science'],
  disaster: ['disaster', 'weather'],
  sports: ['sport'],
  arts_and_entertainment: ['arts'],
  culture: ['arts', 'society', 'human'],
  holidays: ['lifestyle', 'human', 'society'],
}

function allSides(data: string): readonly WeakText[] {
  const taken = new Map<string, number>()
  return rows<{ topic: string; title: string; text: string }>(data, 'allsides_stream.jsonl.gz')
    .filter(({ topic }) => {
      const count = (taken.get(topic) ?? 0) + 1
      taken.set(topic, count)
      return topic in allSidesTopics && count <= mostOfTopic
    })
    .map(({ topic, title, text }) => ({
      text: `${title}\n\n${text}`,
      language: 'en',
      topics: allSidesTopics[topic] ?? [],
    }))
}

const mostOfTopic = 250

const telegramTopics: Readonly<Record<string, readonly TopicName[]>> = {
  political: publicLife,
  it: ['science'],
  science: ['science', 'health', 'environment'],
  finances: ['economy'],
  gaming: ['arts'],
  weather: ['weather', 'disaster'],
}

function telegram(data: string): readonly WeakText[] {
  return rows<{ category: string; text: string }>(data, 'telegram_ru_22k/posts.jsonl')
    .filter(({ text }, at) => at % 4 === 0 && text.length > 150)
    .map(({ category, text }) => ({ text, language: 'ru', topics: telegramTopics[category] ?? [] }))
}

const clusterTopics: Readonly<Record<string, readonly TopicName[]>> = {
  world: publicLife,
  science: ['science', 'health', 'environment'],
  technology: ['science'],
  entertainment: ['arts', 'human', 'lifestyle'],
  business: ['economy'],
  sports: ['sport'],
}

function clusters(data: string): readonly WeakText[] {
  return rows<{ category: string; title: string; text: string }>(data, 'giveme5w1h_news_cluster.jsonl').map(
    ({ category, title, text }) => ({
      text: `${title}\n\n${text}`,
      language: 'en',
      topics: clusterTopics[category] ?? [],
    }),
  )
}

function pairs(data: string): readonly WeakText[] {
  return rows<{ lang: 'ru' | 'en'; title1: string; text1: string; title2: string; text2: string }>(
    data,
    'tgcontest_pairs.jsonl',
  ).flatMap(({ lang, title1, text1, title2, text2 }) => [
    { text: `${title1}\n\n${text1}`, language: lang, topics: [] },
    { text: `${title2}\n\n${text2}`, language: lang, topics: [] },
  ])
}

function semeval(data: string): readonly WeakText[] {
  return rows<{ lang1: string; lang2: string; text1: string; text2: string }>(
    data,
    'semeval2022_task8.jsonl',
  ).flatMap(({ lang1, lang2, text1, text2 }) =>
    [
      { text: text1, language: lang1 },
      { text: text2, language: lang2 },
    ].flatMap(({ text, language }) =>
      language === 'ru' || language === 'en' ? [{ text, language, topics: [] as const } as const] : [],
    ),
  )
}

function rows<Row>(data: string, file: string): readonly Row[] {
  return jsonLines<Row>(path.join(data, 'stories', file))
}
