export { holds, producerIdsOf, type Role, roles, unitPathsOf } from './holds.ts'
export { migrations } from './migrations/index.ts'
