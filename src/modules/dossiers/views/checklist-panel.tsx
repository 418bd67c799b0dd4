import { criteriaOf } from '#modules/regulation/index.ts'
import { Icon, Panel, useView } from '#platform/ui/index.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { partHref } from './part-name.ts'

interface Line {
  href: string
  label: string
  detail: string
  /** `later`: it can be handed in without, but an officer will ask. */
  state: 'done' | 'missing' | 'later'
}

const icons = { done: 'circle-check', missing: 'circle-alert', later: 'circle-dashed' } as const
const colours = { done: 'text-primary', missing: 'text-accent', later: 'text-ink-2' } as const

/** What the dossier has and what it lacks before it can be handed in. */
export function ChecklistPanel({ file }: { file: DossierFile }) {
  const { t } = useView()
  return (
    <Panel title={t('dossiers:page.dossier.checklist')} flush>
      <ul>
        {useLines(file).map(({ href, label, detail, state }) => (
          <li key={href} class="flex gap-3 border-b border-line p-4 last:border-b-0 lg:px-5">
            <Icon name={icons[state]} class={`mt-0.5 size-6 ${colours[state]}`} />
            <div>
              <a class="lnk" href={href}>
                {label}
              </a>
              <span class="sr-only">, {t(`dossiers:page.dossier.check.${state}`)}</span>
              <p class="text-ink-2">{detail}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function useLines({ dossier, set, lacks, advice, evidence }: DossierFile): Line[] {
  const { t } = useView()
  const here = `/dossiers/${dossier.id}`
  const words = (key: string, facts = {}) => t(`dossiers:page.dossier.check.${key}`, facts)
  const fields = lacks.flatMap((lack) => (lack.part === 'registration' ? lack.fields : []))
  const open = lacks.flatMap((lack) => (lack.part === 'answers' ? lack.criteria : []))
  const unchanged = lacks.flatMap((lack) => (lack.part === 'changes' ? lack.fields : []))
  const carried = lacks.flatMap((lack) => (lack.part === 'carried' ? lack.targets : []))
  const all = criteriaOf(set).length
  const named = (keys: readonly string[], group: string) => keys.map((key) => t(`${group}.${key}`)).join(', ')
  return [
    {
      href: `${here}/registration`,
      label: t('dossiers:page.dossier.part.registration'),
      state: fields.length > 0 ? 'missing' : 'done',
      detail:
        fields.length > 0
          ? words('lacks', { what: named(fields, 'dossiers:page.filing.field') })
          : words('complete'),
    },
    {
      href: `${here}/report`,
      label: t('dossiers:page.dossier.part.report'),
      state: advice.report.length > 0 ? 'later' : 'done',
      detail:
        advice.report.length > 0
          ? words('should', { what: named(advice.report, 'dossiers:page.filing.field') })
          : words('complete'),
    },
    {
      href: `${here}/self-assessment`,
      label: t('dossiers:page.dossier.part.self_assessment'),
      state: open.length > 0 ? 'missing' : 'done',
      detail: words('answered', { n: all - open.length, all }),
    },
    {
      href: `${here}/evidence`,
      label: t('dossiers:page.dossier.part.evidence'),
      state: advice.papers.length > 0 ? 'later' : 'done',
      detail:
        advice.papers.length > 0
          ? words('should', { what: named(advice.papers, 'dossiers:paper') })
          : words('files', { n: evidence.length }),
    },
    ...(dossier.kind === 'first'
      ? []
      : [
          {
            href: `${here}/changes`,
            label: t('dossiers:page.dossier.part.changes'),
            state: unchanged.length > 0 ? ('missing' as const) : ('done' as const),
            detail:
              unchanged.length > 0
                ? words('lacks', { what: named(unchanged, 'dossiers:page.filing.field.change') })
                : words('complete'),
          },
        ]),
    ...carried.slice(0, 1).map((target) => ({
      href: partHref(target, dossier.id, set),
      label: words(dossier.followsId ? 'carried' : 'carried_in', { n: carried.length }),
      state: 'missing' as const,
      detail: words('carried_text'),
    })),
  ]
}
