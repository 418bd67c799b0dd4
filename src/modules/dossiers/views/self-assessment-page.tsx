import { type Part, scoreOf } from '#modules/regulation/index.ts'
import { Button, Panel, Table, useView } from '#platform/ui/index.ts'
import { criterionTarget } from '../fix-target.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { DossierFrame } from './dossier-frame.tsx'
import { LockedNote } from './form-notes.tsx'
import { StandingPanel } from './standing-panel.tsx'

/** The self-assessment as a whole: its sections with what is answered in each, and what they come to. */
export function SelfAssessmentPage({ file }: { file: DossierFile }) {
  const { t } = useView()
  const criteria = file.set.parts.flatMap(({ sections }) => sections.flatMap((one) => one.criteria))
  const mayEdit = criteria.some(({ code }) => file.mayEdit(criterionTarget(code)))
  return (
    <DossierFrame file={file} part="self_assessment" title={t('dossiers:page.dossier.part.self_assessment')}>
      {!mayEdit && <LockedNote file={file} />}
      <div class="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div class="order-last grid gap-5 lg:order-first">
          {file.set.parts.map((part) => (
            <PartPanel key={part.code} {...{ file, part, mayEdit }} />
          ))}
        </div>
        <StandingPanel file={file} />
      </div>
    </DossierFrame>
  )
}

function PartPanel({ file, part, mayEdit }: { file: DossierFile; part: Part; mayEdit: boolean }) {
  const { t, locale } = useView()
  const { set, self, dossier } = file
  const { points } = scoreOf(self.answers, set)
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  const head = ['section', 'answered', 'points', ''] as const
  return (
    <Panel flush title={`${part.code}. ${named(part)}`}>
      <Table
        caption={named(part)}
        head={head.map((key) => ({
          label: key && t(`dossiers:page.filing.sheet.${key}`),
          align: key === 'answered' || key === 'points' ? 'right' : 'left',
        }))}
        rows={part.sections.map((section) => {
          const answered = section.criteria.filter(({ code }) => self.answers[code] !== undefined).length
          const sum = section.criteria.reduce((total, { code }) => total + (points[code] ?? 0), 0)
          const href = `/dossiers/${dossier.id}/self-assessment/${section.code}`
          return [
            <a key="name" class="lnk" href={href}>
              {section.code}. {named(section)}
            </a>,
            `${answered}/${section.criteria.length}`,
            t('dossiers:page.filing.of_points', { points: sum, max: section.max }),
            <Button key="open" href={href} size="sm">
              {t(mayEdit ? 'dossiers:page.filing.sheet.fill_in' : 'dossiers:page.filing.see')}
            </Button>,
          ]
        })}
      />
    </Panel>
  )
}
