import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger }

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/**
 * Writes to standard error: JSON lines for machines, or one short line an event for people
 * (`18:30:05 warn  wire: alfa.example did not answer  source=7`), with times in the machine's zone.
 */
export function createLogger(options: {
  readonly level: LogLevel
  readonly format: 'json' | 'text'
}): Logger {
  const destination = options.format === 'json' ? pino.destination({ fd: 2, sync: true }) : textLines
  return pino({ level: options.level, base: null }, destination)
}

const textLines: DestinationStream = {
  write(json: string): void {
    const { level, time, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>
    const clock = new Date(Number(time)).toTimeString().slice(0, 8)
    const details = Object.entries(rest).map(([name, value]) => ` ${name}=${text(value)}`)
    const trouble = err === undefined ? '' : `\n${text((err as { stack?: unknown }).stack ?? err)}`
    process.stderr.write(
      `${clock} ${pino.levels.labels[Number(level)]?.padEnd(5)} ${text(msg ?? '')} ${details.join('')}${trouble}\n`,
    )
  },
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
