import { type Criterion, type Option, offersNone } from '#modules/regulation/index.ts'
import { Icon, OptionCard, Panel, TextArea, useView } from '#platform/ui/index.ts'
import type { SelfAssessment } from '../answer-store.ts'
import { answerName, noneValue, noteName } from '../assessment-form.ts'
import { criterionTarget } from '../fix-target.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { AuthorLine } from './author-line.tsx'
import { CriterionFiles } from './criterion-files.tsx'
import { FixNote } from './form-notes.tsx'

interface CriterionFieldProps {
  file: DossierFile
  criterion: Criterion
  typed: SelfAssessment
  fault: string | undefined
}

/** A line of the sheet to answer, or to read where it is closed: the law's words, a note, the evidence. */
export function CriterionField({ file, criterion, typed, fault }: CriterionFieldProps) {
  const { t, locale } = useView()
  const { code, cases, options, notes = [], max } = criterion
  const mayEdit = file.mayEdit(criterionTarget(code))
  const note = typed.notes[code] ?? ''
  const shared = { criterion, chosen: typed.answers[code], mayEdit }
  return (
    <Panel
      id={`tc-${code}`}
      title={`${code} ${locale === 'en' ? criterion.nameEn : criterion.nameVi}`}
      lead={t('dossiers:page.filing.max_points', { points: max })}
    >
      <FixNote file={file} target={criterionTarget(code)} />
      {notes.map((one) => (
        <p key={one.textVi} class="mb-2 text-sm text-ink-2">
          {locale === 'en' ? one.textEn : one.textVi}
        </p>
      ))}
      <fieldset>
        <legend class="sr-only">{t('dossiers:page.filing.choose_answer', { code })}</legend>
        <div class="grid gap-2.5">
          {cases?.map((one) => (
            <div key={one.no} class="grid gap-2.5">
              <p class="font-medium">{locale === 'en' ? one.nameEn : one.nameVi}</p>
              <Options {...shared} options={options.filter((option) => option.case === one.no)} />
            </div>
          )) ?? <Options {...shared} options={options} />}
          {offersNone(criterion) && <NoneOption {...shared} />}
        </div>
      </fieldset>
      {fault && (
        <p class="mt-2 flex items-start gap-1.5 text-error" role="alert">
          <Icon name="circle-alert" class="mt-0.5" />
          <span>{fault}</span>
        </p>
      )}
      <AuthorLine file={file} field={criterionTarget(code)} />
      <CriterionFiles file={file} code={code} mayEdit={file.mayEditFiles(criterionTarget(code))} />
      {mayEdit ? (
        <div class="mt-4">
          <TextArea
            label={t('dossiers:page.filing.note')}
            name={noteName(code)}
            value={note}
            rows={2}
            maxlength={4000}
            optional
          />
        </div>
      ) : (
        note && <p class="mt-3 whitespace-pre-line text-ink-2">{note}</p>
      )}
    </Panel>
  )
}

interface OptionsProps {
  criterion: Criterion
  /** The numbers of the options chosen; undefined where nothing was answered. */
  chosen: readonly number[] | undefined
  mayEdit: boolean
}

function Options({ criterion, chosen, mayEdit, options }: OptionsProps & { options: readonly Option[] }) {
  const { locale } = useView()
  const given = criterion.options.reduce(
    (sum, { no, points }) => (chosen?.includes(no) ? sum + points : sum),
    0,
  )
  return (
    <>
      {options.map((option) => (
        <OptionCard
          key={option.no}
          name={answerName(criterion.code)}
          value={option.no}
          points={option.points}
          text={locale === 'en' ? option.textEn : option.textVi}
          mark={option.minForRank}
          met={chosen && given >= option.points}
          checked={chosen?.includes(option.no) ?? false}
          several={criterion.scoring === 'sum'}
          disabled={!mayEdit}
        />
      ))}
    </>
  )
}

function NoneOption({ criterion, chosen, mayEdit }: OptionsProps) {
  const { t } = useView()
  return (
    <OptionCard
      name={answerName(criterion.code)}
      value={noneValue}
      points={0}
      text={t('dossiers:page.filing.none_of_these')}
      checked={chosen?.length === 0}
      several={criterion.scoring === 'sum'}
      disabled={!mayEdit}
    />
  )
}
