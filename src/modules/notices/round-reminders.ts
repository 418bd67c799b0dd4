import { listPeopleWithRole } from '#modules/people/index.ts'
import { lawRegimes, regimesOn } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, daysBetween, yearOf } from '#platform/dates.ts'
import type { NoticeTables } from './notice-tables.ts'
import type { Look, Reminder } from './reminder.ts'
import { reminderRules, spanOf } from './reminder-rules.ts'

/** Who works towards a round of this level. */
const workers = {
  province: ['commune_officer', 'province_officer'],
  centre: ['province_officer', 'central_officer'],
} as const

type Level = keyof typeof workers
type RoundDay = Pick<Reminder, 'name' | 'day' | 'wording' | 'facts'> & { about: Level }

/** The cut-off and the end of the law's rounds, to those who work towards them (QĐ 26/2026/QĐ-TTg, art. 5). */
export const roundReminders: Look = async (ctx, today) => {
  const reminders: Reminder[] = []
  for (const due of roundDays(today)) {
    const left = daysBetween(today, due.day)
    for (const [unitId, personIds] of await workersByProvince(ctx, due.about, today))
      reminders.push({ ...due, left, subject: `unit:${unitId}`, href: '/work', personIds })
  }
  return reminders
}

/** The days of the rounds of this year and the next that a reminder may be due on. */
export function roundDays(today: Day): RoundDay[] {
  const [regime] = regimesOn(lawRegimes(), today)
  const rounds = (regime?.deadlines.rounds ?? []).flatMap(({ level, ...days }) =>
    level === 'province' || level === 'centre' ? [{ level, ...days }] : [],
  )
  return [yearOf(today), yearOf(today) + 1]
    .flatMap((year) => rounds.flatMap((round) => daysOfRound(round, year)))
    .filter(({ name, day }) => {
      const { from, to } = spanOf(reminderRules[name], today)
      return from <= day && day <= to
    })
}

function daysOfRound(
  round: { level: Level; proposedBefore: string; doneBefore: string },
  year: number,
): RoundDay[] {
  const about = round.level
  const proposedBefore = `${year}-${round.proposedBefore}`
  const doneBefore = `${year}-${round.doneBefore}`
  const facts = { proposedBefore, doneBefore }
  const cutOff = { day: proposedBefore, wording: `round_cut_off_${about}` }
  const finish = { day: doneBefore, wording: `round_finish_${about}` }
  return [
    { name: 'round_cut_off', about, ...cutOff, facts: { ...facts, day: cutOff.day } },
    { name: 'round_finish', about, ...finish, facts: { ...facts, day: finish.day } },
  ]
}

/** Their people by the province in which they work; those of the centre under `vn`. */
async function workersByProvince(
  ctx: Ctx<NoticeTables>,
  level: Level,
  today: Day,
): Promise<Map<string, string[]>> {
  const people = new Map<string, string[]>()
  for (const role of workers[level]) {
    for (const { id, unitPath } of await listPeopleWithRole(ctx.db, role, 'vn', today)) {
      const unitId = unitPath.split('/')[1] ?? 'vn'
      people.set(unitId, [...(people.get(unitId) ?? []), id])
    }
  }
  return people
}
