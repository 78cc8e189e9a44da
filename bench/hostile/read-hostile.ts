/** A process of its own for one input, so that one which never ends can be ended: read-hostile.ts NAME MEGABYTES. */
import { charsets, encodePage } from './encode-page.ts'
import { hostileInputs } from './hostile-inputs.ts'
import { measureRead, warmUp } from './measure-read.ts'

const [name = '', megabytes = '4'] = process.argv.slice(2)
const input = hostileInputs.find((one) => one.name === name)
if (input === undefined) throw new Error(`There is no hostile input “${name}”.`)
warmUp()
const costs = charsets.map((charset) => {
  const text = input.make(Number(megabytes) * (charset === 'utf-16' ? 500_000 : 1_000_000))
  return { charset, ...measureRead(encodePage(text, charset)) }
})
process.stdout.write(JSON.stringify(costs))
