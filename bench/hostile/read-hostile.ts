/** A process of its own for some inputs, so that one which never ends can be ended: read-hostile.ts MEGABYTES REPEATS NAME… */
import { charsets, encodePage } from './encode-page.ts'
import { hostileInputs } from './hostile-inputs.ts'
import { measureRead, warmUp } from './measure-read.ts'

const [megabytes, repeats, ...names] = process.argv.slice(2)
const inputs = hostileInputs.filter(({ name }) => names.includes(name))
warmUp()
const costs = inputs.flatMap(({ name, make }) =>
  charsets.map((charset) => {
    const text = make(Number(megabytes) * (charset === 'utf-16' ? 500_000 : 1_000_000))
    return { name, charset, ...measureRead(encodePage(text, charset), Number(repeats)) }
  }),
)
process.stdout.write(JSON.stringify(costs))
