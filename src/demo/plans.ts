import { addIdea, remarkOnPlan, sendIdea } from '#modules/plans/index.ts'
import { buildIdea, buildPlan, filledIdea, type IdeaUpTo } from '#modules/plans/testing.ts'
import type { Actor } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import type { DemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000

interface DemoIdea {
  /** A product of the producer whose idea it is. */
  of: string
  upTo: IdeaUpTo
  daysAgo: number
  typed: Record<string, unknown>
  words?: string
}

/** Ideas in every state, and a business plan that the commune has remarked on; all of it invented, and labelled so. */
export async function fillPlans(world: DemoWorld): Promise<void> {
  const year = yearOf(dayOf(world.now))
  const next = String(year + 1)
  const flower = await addDemoIdea(world, {
    of: 'tea.shan',
    upTo: 'accepted',
    daysAgo: 150,
    typed: { expectedYear: next },
  })
  await planFlowerTea(world, flower, year + 1)
  for (const idea of demoIdeas(world, year)) await addDemoIdea(world, idea)
  await planPaperFilter(world, year + 1)
  await writeAtCounter(world, next)
}

function demoIdeas(world: DemoWorld, year: number): DemoIdea[] {
  const [now, next] = [String(year), String(year + 1)]
  const registered = (key: string, typed: Record<string, unknown>) => ({
    productId: world.productId(key),
    name: '',
    productSetNo: '',
    expectedYear: now,
    ...typed,
  })
  return [
    {
      of: 'tea.shan',
      upTo: 'sent',
      daysAgo: 6,
      typed: {
        name: 'Mật ong hoa chè Tà Xùa',
        productSetNo: '',
        description: 'Mật ong nuôi dưới tán chè cổ, lấy một vụ vào tháng 11 (ý tưởng minh họa).',
        material: 'Khoảng 60 đàn ong của 9 hộ trong bản.',
        expectedYear: next,
      },
    },
    {
      of: 'coffee.husk',
      upTo: 'returned',
      daysAgo: 40,
      words: 'Ghi rõ vỏ cà phê lấy từ xưởng nào, mỗi vụ được bao nhiêu tấn (góp ý minh họa).',
      typed: {
        name: 'Siro vỏ cà phê Chiềng Xanh',
        productSetNo: '',
        description: 'Siro pha nước từ vỏ quả cà phê chín (ý tưởng minh họa).',
        material: 'Vỏ cà phê của xưởng.',
        expectedYear: next,
      },
    },
    {
      of: 'coffee.husk',
      upTo: 'accepted',
      daysAgo: 35,
      typed: {
        name: 'Cà phê phin giấy Chiềng Xanh',
        productSetNo: '13',
        description: 'Cà phê rang xay đóng phin giấy một lần dùng (ý tưởng minh họa).',
        material: 'Cà phê nhân của 40 hộ thành viên, khoảng 15 tấn một vụ.',
        expectedStars: '4',
        expectedYear: next,
      },
    },
    {
      of: 'plum.dried',
      upTo: 'accepted',
      daysAgo: 300,
      typed: registered('plum.dried', {
        description: 'Đưa mận sấy dẻo vào đánh giá trong năm (ý tưởng minh họa).',
        material: 'Mận hậu của 60 hộ liên kết.',
        expectedStars: '4',
      }),
    },
    {
      of: 'coffee.ground',
      upTo: 'accepted',
      daysAgo: 300,
      typed: registered('coffee.ground', {
        description: 'Nâng cà phê rang xay lên hạng cao nhất (ý tưởng minh họa).',
        material: 'Cà phê chè của thành viên hợp tác xã.',
        expectedStars: '5',
      }),
    },
    {
      of: 'plum.dried',
      upTo: 'declined',
      daysAgo: 200,
      words: 'Nguyên liệu mua từ tỉnh khác, không theo nội dung 1 xã phải xác nhận (lý do minh họa).',
      typed: {
        name: 'Nho khô Mộc Sơn',
        productSetNo: '5',
        description: 'Nho khô đóng túi (ý tưởng minh họa).',
        material: 'Nho mua từ tỉnh khác.',
        market: '',
        support: '',
        expectedYear: now,
      },
    },
  ]
}

function addDemoIdea(world: DemoWorld, { of, upTo, daysAgo, typed, words }: DemoIdea): Promise<string> {
  return buildIdea(at(world, daysAgo), {
    producerId: world.producerIdOf(of),
    producer: world.ownerOf(of),
    commune: world.communeOfficerOf(of),
    upTo,
    typed,
    ...(words ? { words } : {}),
    isDemo: true,
  })
}

async function planFlowerTea(world: DemoWorld, ideaId: string, firstYear: number): Promise<void> {
  const of = 'tea.shan'
  const years = Object.fromEntries(
    [1, 2].flatMap((no) => [
      [`from-${no}`, `${no * 3}/${firstYear}`],
      [`to-${no}`, `${no * 3 + 2}/${firstYear}`],
    ]),
  )
  const planId = await buildPlan(at(world, 90), {
    producerId: world.producerIdOf(of),
    producer: world.ownerOf(of),
    ideaId,
    typed: { firstYear: String(firstYear), ...years },
    sent: true,
    isDemo: true,
  })
  await remarkOnPlan(at(world, 80)(world.communeOfficerOf(of)), {
    planId,
    words: 'Phương án rõ. Nên ghi thêm hợp đồng mua hoa với hai bản bên (góp ý minh họa).',
    looked: true,
  })
}

/** A plan without an idea behind it, which waits for its commune. */
async function planPaperFilter(world: DemoWorld, firstYear: number): Promise<void> {
  const of = 'coffee.husk'
  await buildPlan(at(world, 5), {
    producerId: world.producerIdOf(of),
    producer: world.ownerOf(of),
    typed: {
      name: 'Cà phê hòa tan Chiềng Xanh',
      productSetNo: '13',
      specification: 'Hộp 20 gói',
      scale: 'Năm đầu 3.000 hộp, tăng dần (phương án minh họa).',
      materialArea: 'Cà phê nhân của 40 hộ thành viên.',
      technology: 'Trích ly, sấy phun thuê ngoài năm đầu.',
      equipment: 'Máy đóng gói tự động.',
      organisation: 'Một tổ đóng gói 6 người.',
      market: 'Khách sạn, siêu thị trong tỉnh.',
      firstYear: String(firstYear),
      'output-1': '3.000',
      'price-1': '60.000',
      'from-1': `1/${firstYear}`,
      'to-1': `3/${firstYear}`,
      'from-2': `4/${firstYear}`,
    },
    sent: true,
    isDemo: true,
  })
}

/** The officer writes down what a member of the cooperative told at the counter. */
async function writeAtCounter(world: DemoWorld, expectedYear: string): Promise<void> {
  const ctx = at(world, 3)(world.person('xa'))
  const typed = filledIdea(world.producerIdOf('tea.shan'), {
    name: 'Măng sặt muối ớt Tà Xùa',
    productSetNo: '',
    description: 'Măng sặt rừng muối ớt, đóng lọ (ý tưởng minh họa, cán bộ xã ghi giúp).',
    material: 'Măng hái tháng 3, tháng 4 ở rừng cộng đồng của bản.',
    expectedYear,
  })
  const { id } = await addIdea(ctx, { typed, isDemo: true })
  await sendIdea(ctx, { ideaId: id })
}

function at(world: DemoWorld, daysAgo: number) {
  return (actor: Actor) => world.as(actor, new Date(world.now.getTime() - daysAgo * day))
}
