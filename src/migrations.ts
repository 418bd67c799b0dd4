import { migrations as appraisalMigrations } from '#modules/appraisal/index.ts'
import { migrations as buyerPackMigrations } from '#modules/buyer-packs/index.ts'
import { migrations as catalogueMigrations } from '#modules/catalogue/index.ts'
import { migrations as consultantMigrations } from '#modules/consultants/index.ts'
import { migrations as councilMigrations } from '#modules/councils/index.ts'
import { migrations as dossierMigrations } from '#modules/dossiers/index.ts'
import { migrations as guidanceMigrations } from '#modules/guidance/index.ts'
import { migrations as importMigrations } from '#modules/imports/index.ts'
import { migrations as noticeMigrations } from '#modules/notices/index.ts'
import { migrations as peopleMigrations } from '#modules/people/index.ts'
import { migrations as planMigrations } from '#modules/plans/index.ts'
import { migrations as producerMigrations } from '#modules/producers/index.ts'
import { migrations as productMigrations } from '#modules/products/index.ts'
import { migrations as recognitionMigrations } from '#modules/recognition/index.ts'
import { migrations as regulationMigrations } from '#modules/regulation/index.ts'
import { migrations as territoryMigrations } from '#modules/territory/index.ts'
import type { Migrations } from '#platform/db/migrate.ts'
import { dbMigrations } from '#platform/db/migrations.ts'
import { eventMigrations } from '#platform/events/migrations.ts'
import { fileMigrations } from '#platform/files/migrations.ts'
import { mailMigrations } from '#platform/mail/migrations.ts'
import { numberMigrations } from '#platform/numbers/migrations.ts'
import { smsMigrations } from '#platform/sms/migrations.ts'
import { uploadMigrations } from '#platform/uploads/migrations.ts'

/** Every migration of the program; the migrator runs them in the order of their names. */
export const migrations: Migrations = {
  ...dbMigrations,
  ...eventMigrations,
  ...fileMigrations,
  ...mailMigrations,
  ...numberMigrations,
  ...smsMigrations,
  ...producerMigrations,
  ...productMigrations,
  ...territoryMigrations,
  ...regulationMigrations,
  ...peopleMigrations,
  ...dossierMigrations,
  ...councilMigrations,
  ...recognitionMigrations,
  ...catalogueMigrations,
  ...importMigrations,
  ...guidanceMigrations,
  ...noticeMigrations,
  ...consultantMigrations,
  ...appraisalMigrations,
  ...planMigrations,
  ...buyerPackMigrations,
  ...uploadMigrations,
}
