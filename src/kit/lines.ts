/** Splits a stream of text at '\n' alone: U+2028 and '\r', which JSON strings may hold, do not end a line. */
export async function* lines(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') yield rest
}
