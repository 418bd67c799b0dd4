import { addPolicy, typedPolicyOf } from '#modules/guidance/index.ts'
import type { DemoWorld } from './world.ts'

/** An invented policy of the province, so that plans show where support stands. */
export async function addDemoPolicies(world: DemoWorld): Promise<void> {
  const typed = typedPolicyOf({
    title: 'Hỗ trợ thiết kế bao bì, nhãn hàng hóa và tem truy xuất (minh họa)',
    pays: 'Hỗ trợ 50 % chi phí thiết kế, in bao bì, nhãn và tem truy xuất nguồn gốc, tối đa 20 triệu đồng một sản phẩm (tình huống minh họa).',
    kinds: ['packaging', 'labelling', 'bilingual_label', 'story'],
  })
  await addPolicy(world.as(world.person('tinh')), { typed, isDemo: true })
}
