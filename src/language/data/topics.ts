/** The top level of IPTC Media Topics (CC BY 4.0, iptc.org/standards/media-topics) by the names that topic-words has for it. */
export const topics: Readonly<Record<TopicName, string>> = {
  arts: 'medtop:01000000',
  crime: 'medtop:02000000',
  disaster: 'medtop:03000000',
  economy: 'medtop:04000000',
  education: 'medtop:05000000',
  environment: 'medtop:06000000',
  health: 'medtop:07000000',
  human: 'medtop:08000000',
  labour: 'medtop:09000000',
  lifestyle: 'medtop:10000000',
  politics: 'medtop:11000000',
  religion: 'medtop:12000000',
  science: 'medtop:13000000',
  society: 'medtop:14000000',
  sport: 'medtop:15000000',
  conflict: 'medtop:16000000',
  weather: 'medtop:17000000',
}

export type TopicName =
  | 'arts'
  | 'crime'
  | 'disaster'
  | 'economy'
  | 'education'
  | 'environment'
  | 'health'
  | 'human'
  | 'labour'
  | 'lifestyle'
  | 'politics'
  | 'religion'
  | 'science'
  | 'society'
  | 'sport'
  | 'conflict'
  | 'weather'

/** In the order of the columns of topic-model.json. */
export const topicNames: readonly TopicName[] = Object.keys(topics) as TopicName[]
