import { parentPort, workerData } from 'node:worker_threads'
import { newId } from '#platform/ids.ts'

parentPort?.postMessage({ echo: workerData, idLength: newId().length })
