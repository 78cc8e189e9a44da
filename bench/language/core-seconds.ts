/** CPU time of this process alone since `start`: what else the machine does meanwhile does not count. */
export function coreSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000_000
}
