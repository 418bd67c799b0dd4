import { Panel, TextInput, useView } from '#platform/ui/index.ts'
import { numberIn, planYears, taskPlaces, yearLines } from '../plan-content.ts'
import type { PlanFormPageProps } from './plan-form-page.tsx'
import { fieldsOf } from './typed-fields.ts'

/** Output, price and costs of each year, a year beside the other where there is room. */
export function PlanYearsFields({ typed, faults }: PlanFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'plan.field', typed, faults })
  const first = numberIn(typed.firstYear)
  const yearName = (no: number) =>
    first === null || faults.firstYear
      ? t('plans:figures.year', { no })
      : t('plans:figures.calendar_year', { year: first + no - 1 })
  return (
    <Panel title={t('plans:plan.part.years')} lead={t('plans:plan.years_lead')}>
      <div class="grid gap-4 sm:grid-cols-2">
        <TextInput {...field('firstYear')} inputmode="numeric" maxlength={4} />
        <TextInput {...field('unit')} hint={t('plans:plan.hint.unit')} maxlength={40} />
      </div>
      <div class="mt-4 grid gap-x-6 gap-y-5 md:grid-cols-3">
        {planYears.map((no) => (
          <fieldset key={no} class="grid content-start gap-3">
            <legend class="mb-1 font-semibold">{yearName(no)}</legend>
            {yearLines.map((line) => (
              <TextInput key={line} {...field(`${line}-${no}`, line)} inputmode="numeric" />
            ))}
          </fieldset>
        ))}
      </div>
    </Panel>
  )
}

const shown = 4

/** The timetable: what, from which month to which. What few need is folded away. */
export function TaskFields(props: PlanFormPageProps) {
  const { t } = useView()
  const { typed, faults } = props
  const more = taskPlaces.slice(shown)
  const isUsed = more.some((no) => typed[`task-${no}`] || faults[`task-${no}`] || typed[`from-${no}`])
  return (
    <Panel title={t('plans:plan.part.timetable')} lead={t('plans:plan.timetable_lead')}>
      <div class="grid gap-4">
        {taskPlaces.slice(0, shown).map((no) => (
          <TaskLine key={no} {...props} no={no} />
        ))}
        <details open={isUsed}>
          <summary class="lnk flex min-h-11 cursor-pointer items-center">
            {t('plans:plan.more_tasks')}
          </summary>
          <div class="grid gap-4">
            {more.map((no) => (
              <TaskLine key={no} {...props} no={no} />
            ))}
          </div>
        </details>
      </div>
    </Panel>
  )
}

function TaskLine({ typed, faults, no }: PlanFormPageProps & { no: (typeof taskPlaces)[number] }) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'plan', typed, faults })
  return (
    <fieldset>
      <legend class="mb-1 font-semibold">{t('plans:plan.task', { no })}</legend>
      <div class="grid gap-3 sm:grid-cols-[1fr_8rem_8rem]">
        <TextInput {...field(`task-${no}`, 'task_name')} maxlength={300} />
        <TextInput {...field(`from-${no}`, 'from')} maxlength={7} />
        <TextInput {...field(`to-${no}`, 'to')} maxlength={7} />
      </div>
    </fieldset>
  )
}
