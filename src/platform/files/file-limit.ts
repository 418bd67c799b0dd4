/** What one file may have, unless its place says less. */
export const mostBytesOfFile = 25 * 1024 * 1024
