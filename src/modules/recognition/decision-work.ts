import { levelOf, unitPathsOf } from '#modules/people/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkAction, WorkLine, WorkPart } from '#platform/ui/index.ts'
import { mayRecordForCentre } from './decision-level.ts'
import type { RecognitionTables } from './recognition-tables.ts'
import { countWaiting, listWaiting, type WaitingRow } from './waiting-store.ts'

type WorkCtx = Pick<Ctx<RecognitionTables>, 'db' | 'actor'>

/** A list of dossiers with a result: whose they are to decide, or only to follow. */
interface Waiting {
  key: 'to_decide' | 'to_submit' | 'to_record' | 'at_centre'
  unitPaths: readonly string[]
  states: readonly WaitingRow['state'][]
  /** Waits for this person, not for another. */
  theirs: boolean
}

const decidedHere = ['scored', 'returned_by_centre'] as const
const shown = 5

/** Dossiers with a council's result that wait for the province's decision or for the centre's. */
export async function decisionWork(ctx: WorkCtx, t: Translate): Promise<WorkPart[]> {
  const parts = await Promise.all(waitingFor(ctx.actor).map((one) => partOf(ctx, one, t)))
  return parts.filter((part) => part !== null)
}

/** How many decisions wait for this person: leaders sign, the centre records; nobody else. */
export async function countDecisionWork({ db, actor }: WorkCtx): Promise<Record<string, number>> {
  const theirs = waitingFor(actor).filter((one) => one.theirs)
  if (theirs.length === 0) return {}
  const counts = await Promise.all(theirs.map(({ unitPaths, states }) => countWaiting(db, unitPaths, states)))
  return { '/decisions': counts.reduce((sum, count) => sum + count, 0) }
}

/** A province's leader decides on its results, its office follows them; the centre records its own council's. */
function waitingFor(actor: Actor): Waiting[] {
  const provinces = (role: 'leader' | 'province_officer') =>
    unitPathsOf(actor, role).filter((path) => levelOf(path) === 'province')
  const led = provinces('leader')
  const served = provinces('province_officer').filter((path) => !led.includes(path))
  const lists: Waiting[] = [
    { key: 'to_decide', unitPaths: led, states: decidedHere, theirs: true },
    { key: 'to_submit', unitPaths: served, states: decidedHere, theirs: false },
    {
      key: 'to_record',
      unitPaths: mayRecordForCentre(actor) ? ['vn'] : [],
      states: ['sent_to_centre'],
      theirs: true,
    },
    { key: 'at_centre', unitPaths: [...led, ...served], states: ['sent_to_centre'], theirs: false },
  ]
  return lists.filter(({ unitPaths }) => unitPaths.length > 0)
}

async function partOf({ db }: WorkCtx, waiting: Waiting, t: Translate): Promise<WorkPart | null> {
  const { key, unitPaths, states, theirs } = waiting
  const rows = await listWaiting(db, unitPaths, states)
  if (key === 'at_centre' && rows.length === 0) return null
  return {
    key,
    title: t(`recognition:work.${key}.title`),
    urgent: theirs && rows.length > 0,
    lines: rows.slice(0, shown).map((row) => lineOf(row, waiting, t)),
    empty: t(`recognition:work.${key}.empty`),
    all: { href: '/decisions', label: t('recognition:work.all_waiting', { count: rows.length }) },
  }
}

function lineOf(row: WaitingRow, { key, theirs }: Waiting, t: Translate): WorkLine {
  const result = t('recognition:work.result', {
    average: row.average,
    stars: row.stars,
    day: showDay(row.concludedOn),
  })
  return {
    href: `/dossiers/${row.dossierId}`,
    title: row.productName,
    note: [row.producerName, row.unitName, result].join(' · '),
    isDemo: row.isDemo,
    action: theirs ? actionOf(row, key, t) : undefined,
  }
}

function actionOf({ dossierId }: WaitingRow, key: Waiting['key'], t: Translate): WorkAction {
  const href = key === 'to_record' ? `/dossiers/${dossierId}/central-result` : '/decisions'
  return { href, label: t(`recognition:work.${key}.action`), primary: true }
}
