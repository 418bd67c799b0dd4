import { destination, type Logger, pino } from 'pino'

/**
 * The JSON log, on standard output unless a file is named. Lines are gathered for a fifth of a second at most and
 * written while requests go on; what is still on its way is written before the process ends.
 */
export function openLog(level: string, file: string | number = 1): Logger {
  return pino(
    { level },
    destination({ dest: file, sync: false, minLength: 8_192, maxLength: 8_000_000, periodicFlush: 200 }),
  )
}
