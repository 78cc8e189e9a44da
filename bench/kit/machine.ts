import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** What figures were measured on, and how busy it was with other things: a line to stand beside them. */
export function machineLine(): string {
  const [load = 0] = loadavg()
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${availableParallelism()} cores (${model}), ${gigabytes} GB, Node ${process.versions.node}, load ${load.toFixed(1)}`
}
