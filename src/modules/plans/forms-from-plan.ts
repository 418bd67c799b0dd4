import type { Registration, Report } from '#modules/dossiers/index.ts'
import { translator } from '#platform/text/translator.ts'
import type { Idea } from './idea-store.ts'
import { type PlanContent, tasksOf } from './plan-content.ts'
import { planFigures } from './plan-figures.ts'
import { figureSentences, monthText } from './plan-sentences.ts'
import './text.ts'

type Told = Pick<Idea, 'material' | 'market'> | undefined

/**
 * What a plan and its idea say for Forms 01 and 02, field by field, in Vietnamese. Revenue and profit of Form 02 stay
 * empty: part II asks for results, a plan has only expectations. Those stand in part IV, the plan ahead.
 */
export function formsFromPlan(
  content: PlanContent,
  idea: Told,
): { registration: Partial<Registration>; report: Partial<Report> } {
  return {
    registration: written({ specification: content.specification }),
    report: written({
      organisation: paragraphs(content.organisation, workersIn(content)),
      materialArea: content.materialArea || (idea?.material ?? ''),
      technology: paragraphs(content.technology, content.equipment),
      quality: content.quality,
      market: content.market || (idea?.market ?? ''),
      planAhead: paragraphs(content.scale, ...expectations(content), ...timetable(content), content.risks),
    }),
  }
}

/** Only what is written: an empty line of a plan is no statement in a form. */
function written<Form extends object>(form: Form): Partial<Form> {
  return Object.fromEntries(Object.entries(form).filter(([, text]) => text !== '')) as Partial<Form>
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n').slice(0, 10_000)
}

const t = translator('vi')

function workersIn({ workers, localWorkers }: PlanContent): string {
  if (workers === '') return ''
  return localWorkers === ''
    ? t('plans:forms.workers', { workers })
    : t('plans:forms.local_workers', { workers, local: localWorkers })
}

function expectations(content: PlanContent): string[] {
  const sentences = figureSentences(planFigures(content), { t, unit: content.unit })
  return sentences.length > 0 ? [t('plans:forms.expected'), ...sentences.map((line) => `- ${line}`)] : []
}

function timetable(content: PlanContent): string[] {
  const tasks = tasksOf(content)
  if (tasks.length === 0) return []
  return [t('plans:forms.timetable'), ...tasks.map((task) => `- ${monthText(task, t)}${task.task}`)]
}
