import { fold } from '#platform/db/fold.ts'
import source from './data/units.json' with { type: 'json' }
import type { Level } from './unit-store.ts'

/** A unit of the map before 1 July 2025. */
export interface FormerUnit {
  id: string
  code: string | null
  level: Level
  name: string
  parentId: string
  path: string
  /** Codes of the units that took it in; of a unit with a code, the first is the one its code was converted to. */
  successors: string[]
}

type District = (typeof source.formerDistricts)[number]

/** Provinces, districts and communes of before, parents first. Every commune has its district, as it was at the end. */
export function listFormerUnits(): FormerUnit[] {
  const merged = mergedProvinces()
  const codes = new Set(merged.map(({ code }) => code))
  return [
    ...merged.map(formerProvince),
    ...source.formerDistricts.flatMap((district) => {
      const parentId = codes.has(district.province) ? `${district.province}~2025` : district.province
      return [formerDistrict(district, parentId), ...formerCommunes(district)]
    }),
  ]
}

/** The provinces of before that another one took in, or that took in another, with today's province. */
export function mergedProvinces(): { code: string; name: string; today: string }[] {
  const todayOf = new Map(source.formerDistricts.map(({ province, today }) => [province, today]))
  const parts = new Map<string, number>()
  for (const today of todayOf.values()) parts.set(today, (parts.get(today) ?? 0) + 1)
  return source.formerProvinces.flatMap((line) => {
    const [code, name] = cut(line)
    const today = todayOf.get(code)
    return today && (parts.get(today) ?? 0) > 1 ? [{ code, name, today }] : []
  })
}

/** The parts of a line of the data: code, name, what follows. */
export function cut(line: string): [string, string, ...string[]] {
  const [code = '', name = '', ...rest] = line.split('|')
  return [code, name, ...rest]
}

function formerProvince({ code, name, today }: { code: string; name: string; today: string }): FormerUnit {
  const id = `${code}~2025`
  return { id, code, level: 'province', name, parentId: 'vn', path: `vn/${id}`, successors: [today] }
}

/** A district has no successor of its own: its communes have. */
function formerDistrict({ id, code, name, today }: District, parentId: string): FormerUnit {
  const path = `vn/${today}/${id}~2025`
  return { id: `${id}~2025`, code: code || null, level: 'district', name, parentId, path, successors: [] }
}

function formerCommunes(district: District): FormerUnit[] {
  const parentId = `${district.id}~2025`
  return district.communes.map((line) => {
    const [code, name, successors = ''] = cut(line)
    const id = code ? `${code}~2025` : `${district.id}.${fold(name).replace(/[^a-z0-9]+/g, '-')}~2025`
    const path = `vn/${district.today}/${parentId}/${id}`
    return {
      id,
      code: code || null,
      level: 'commune',
      name,
      parentId,
      path,
      successors: successors.split(' '),
    }
  })
}
