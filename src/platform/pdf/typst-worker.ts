import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { drawableData } from './drawable-text.ts'
import { readCoverage } from './font-coverage.ts'
import type { TypstAnswer, TypstOrder, TypstStart } from './typst-messages.ts'

// A folder that need not exist: all that a template may read is put there in memory.
const workspace = resolve('/sao-lang-documents')

const { fonts, sources } = workerData as TypstStart
const fontBlobs = fonts.map((file) => readFileSync(file))
const coverage = new Set(fontBlobs.flatMap((font) => [...readCoverage(font)]))
const covers = (codePoint: number): boolean => coverage.has(codePoint)

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
for (const [path, source] of Object.entries(sources)) compiler.addSource(workspace + path, source)

parentPort?.on('message', (order: TypstOrder) => {
  const answer = answerTo(order)
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : [])
})

function answerTo(order: TypstOrder): TypstAnswer {
  const pictures = Object.entries(order.pictures).map(([name, bytes]) => ({
    path: `${workspace}/pictures/${name}`,
    bytes: Buffer.from(bytes),
  }))
  try {
    for (const { path, bytes } of pictures) compiler.mapShadow(path, bytes)
    return { pdf: draw(order) }
  } catch (thrown) {
    return { fault: faultOf(thrown) }
  } finally {
    for (const { path } of pictures) compiler.unmapShadow(path)
    compiler.evictCache(10)
  }
}

function draw({ template, data, madeAt }: TypstOrder): Uint8Array {
  const shown = JSON.stringify(drawableData(JSON.parse(data), covers))
  const compiled = compiler.compile({ mainFilePath: workspace + template, inputs: { data: shown } })
  if (!compiled.result) throw new Error(diagnosticsOf(compiled.takeError()))
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: 'a-2b',
    ...(madeAt === null ? {} : { creationTimestamp: madeAt }),
  })
  return new Uint8Array(pdf)
}

function diagnosticsOf(error: NodeError | null): string {
  return JSON.stringify(error ? compiler.fetchDiagnostics(error) : 'nothing was drawn')
}

/** What is refused while the PDF is written (a character without a glyph) comes in the error's code. */
function faultOf(thrown: unknown): string {
  const { code, message } = thrown as { code?: unknown; message?: unknown }
  return String(code ?? message ?? thrown)
}
