import { carryDossier, findOpenDossier, makeLawRounds } from '#modules/dossiers/index.ts'
import { refusalOf } from '#platform/refusal.ts'
import type { DemoWorld } from './world.ts'

const province = 'vn/14'

/**
 * The rounds of this year and the next. The tea buds, where they came too late for the round under way, are carried with
 * a letter; the green tea waits for its own.
 */
export async function fillRounds(world: DemoWorld): Promise<void> {
  const officer = world.as(world.person('tinh'))
  await makeLawRounds(officer, province)
  const dossier = await findOpenDossier(officer.db, world.productId('tea.buds'))
  if (!dossier) throw new Error('The demonstration lacks the dossier of the tea buds')
  const note = 'Hồ sơ chờ kết quả kiểm nghiệm lại (minh họa).'
  // On some days of the year nothing is late.
  await refusalOf(carryDossier(officer, { dossierId: dossier.id, note }), 'conflict')
}
