import { Duplex } from 'node:stream'
import type { Engine } from './pglite-engine.ts'

const TERMINATE = 0x58

/**
 * What the `pg` driver takes for its socket: bytes written go to the embedded engine, its answers are read back.
 * The driver corks the messages of one query, so they arrive, and are exchanged, together.
 */
export class EngineSocket extends Duplex {
  readonly #engine: Engine

  constructor(engine: Engine) {
    super()
    this.#engine = engine
  }

  connect(): void {
    setImmediate(() => this.emit('connect'))
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.#exchange(chunk).then(() => done(), done)
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this.#exchange(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done)
  }

  async #exchange(bytes: Buffer): Promise<void> {
    // A driver that says goodbye must not end the one session that the engine has.
    if (bytes[0] === TERMINATE) {
      this.push(null)
      return
    }
    this.push(Buffer.from(await this.#engine.exchange(new Uint8Array(bytes))))
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }
}
