import { Problem, type ProblemCode } from '../../model/problem.ts'

/**
 * Names a failure of the network, as undici, net, tls and dns report it. What is none of theirs is a mistake of
 * ours and is thrown on as it is.
 */
export function networkProblem(cause: unknown, host: string): Problem {
  if (cause instanceof Problem) return cause
  const code = codeOf(cause)
  if (code === null || code === 'UND_ERR_INVALID_ARG') throw cause
  const kind = kinds.find(({ codes }) => codes.test(code)) ?? unreachable
  return new Problem(kind.problem, kind.say(host, code), { cause })
}

interface Kind {
  readonly codes: RegExp
  readonly problem: ProblemCode
  say(host: string, code: string): string
}

const unreachable: Kind = {
  codes: /./,
  problem: 'wire/connection',
  say: (host, code) => `The connection to ${host} failed (${code}).`,
}

const kinds: readonly Kind[] = [
  {
    // Ours, not the host's: nothing is held against it.
    codes: /^UND_ERR_(DESTROYED|CLOSED)$/,
    problem: 'wire/closed',
    say: () => 'The fetcher was closed.',
  },
  {
    codes: /^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/,
    problem: 'wire/timeout',
    say: (host) => `${host} could not be reached in time.`,
  },
  {
    codes: /^UND_ERR_HEADERS_TIMEOUT$/,
    problem: 'wire/timeout',
    say: (host) => `${host} took the request and did not begin to answer in time.`,
  },
  {
    codes: /^UND_ERR_BODY_TIMEOUT$/,
    problem: 'wire/timeout',
    say: (host) => `${host} fell silent in the middle of its answer.`,
  },
  {
    codes: /^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/,
    problem: 'wire/too-large',
    say: (host) => `${host} answers with more headers than we take.`,
  },
  {
    codes: /^HPE_|^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/,
    problem: 'wire/bad-answer',
    say: (host, code) => `What ${host} answers is not HTTP as it should be (${code}).`,
  },
  {
    codes: /^(ENOTFOUND|EAI_\w+|ENODATA)$/,
    problem: 'wire/dns',
    say: (host, code) => `The name ${host} leads nowhere (${code}).`,
  },
  {
    codes: /CERT|TLS|SSL|EPROTO|SELF_SIGNED|HOSTNAME_MISMATCH|UNABLE_TO_/,
    problem: 'wire/tls',
    say: (host, code) => `No secure connection to ${host} can be made (${code}).`,
  },
]

/** Of several addresses that were tried, the first one's failure speaks for all. */
function codeOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  // undici leaves out the parser's code now and then.
  if (cause.name === 'HTTPParserError') return 'HPE_UNKNOWN'
  return cause instanceof AggregateError ? codeOf(cause.errors[0]) : null
}
