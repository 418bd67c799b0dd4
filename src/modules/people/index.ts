export { holds, producerIdsOf, type Role, roles, unitPathsOf } from './holds.ts'
