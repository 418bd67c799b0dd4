declare module 'fs-native-extensions' {
  /** Takes the operating system's exclusive lock on an open file; false when another has it. */
  export function tryLock(file: number): boolean
}
