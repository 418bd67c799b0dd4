import { fold } from '#platform/db/fold.ts'

/** Words as the name of a file or folder that every system can write: `Kết quả kiểm nghiệm` is `ket-qua-kiem-nghiem`, at most 60 signs. */
export function plainName(words: string): string {
  return fold(words)
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^[-.]+|[-.]+$/g, '')
}
