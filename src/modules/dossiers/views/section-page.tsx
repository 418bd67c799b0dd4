import { Button, useView, ViewingArea } from '#platform/ui/index.ts'
import type { SelfAssessment } from '../answer-store.ts'
import type { SectionPlace } from '../find-section.ts'
import { criterionTarget } from '../fix-target.ts'
import type { FormFaults } from '../form-faults.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { CriterionField } from './criterion-field.tsx'
import { DossierFrame } from './dossier-frame.tsx'
import { FormMessage, LockedNote, PartlyOpenNote } from './form-notes.tsx'
import { SectionLinks } from './section-links.tsx'
import { StandingPanel } from './standing-panel.tsx'

interface SectionPageProps {
  file: DossierFile
  place: SectionPlace
  typed: SelfAssessment
  /** By criterion. */
  faults?: FormFaults | undefined
  message?: string | undefined
}

/** One section of the sheet, line by line: the law's answers with their points, a note, the evidence. */
export function SectionPage({ file, place, typed, faults = {}, message }: SectionPageProps) {
  const { t, locale } = useView()
  const { part, section } = place
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  const open = (code: string) =>
    file.mayEdit(criterionTarget(code)) || file.mayEditFiles(criterionTarget(code))
  const mayEdit = section.criteria.some(({ code }) => open(code))
  return (
    <DossierFrame file={file} part="self_assessment" title={`${section.code}. ${named(section)}`}>
      <SectionLinks file={file} current={section.code} />
      {!mayEdit && <LockedNote file={file} />}
      {mayEdit && <PartlyOpenNote file={file} />}
      <ViewingArea class="mt-5">
        <div class="grid items-start gap-5 lg:not-group-data-open/viewing:grid-cols-[2fr_1fr]">
          <form method="post" enctype="multipart/form-data" class="grid min-w-0 gap-5">
            {mayEdit && <DefaultButton />}
            <p class="font-semibold text-ink-2">
              {t('dossiers:page.filing.part_of_sheet', { code: part.code, name: named(part) })}
            </p>
            <FormMessage message={message} />
            <input type="hidden" name="version" value={file.dossier.version} />
            {section.criteria.map((criterion) => (
              <CriterionField
                key={criterion.code}
                {...{ file, criterion, typed }}
                fault={faults[criterion.code]}
              />
            ))}
            {mayEdit && <SaveButtons last={place.next === undefined} />}
          </form>
          <div class="lg:sticky lg:top-6">
            <StandingPanel file={file} />
          </div>
        </div>
      </ViewingArea>
    </DossierFrame>
  )
}

/** Stands before the buttons that take a file out: the Enter key presses the first button of a form. */
function DefaultButton() {
  const { t } = useView()
  return (
    <button type="submit" class="sr-only" tabIndex={-1} name="go" value="stay">
      {t('dossiers:page.filing.save')}
    </button>
  )
}

function SaveButtons({ last }: { last: boolean }) {
  const { t } = useView()
  return (
    <p class="flex flex-wrap gap-3">
      <Button variant="primary" size="lg" name="go" value="next" iconEnd="chevron-right">
        {t(last ? 'dossiers:page.filing.save_last' : 'dossiers:page.filing.save_next')}
      </Button>
      <Button size="lg" name="go" value="stay">
        {t('dossiers:page.filing.save')}
      </Button>
    </p>
  )
}
