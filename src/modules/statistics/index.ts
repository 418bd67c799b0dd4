export { countRecognised, type YearFigures } from './recognition-figures-store.ts'
export { api } from './statistics-api.ts'
