import { Button, FileInput, useView } from '#platform/ui/index.ts'
import type { SentFile } from '#platform/uploads/sent-file.ts'
import { type FormCriterion, type FormOption, optionsOf, type ScoreForm } from '../../desk/score-form.ts'
import type { DeskAnswers } from '../../desk/tally.ts'

export interface TypingFormProps {
  action: string
  form: ScoreForm
  version: number
  answers: DeskAnswers
  notes: Readonly<Record<string, string>>
  reasons: Readonly<Record<string, string>>
  /** Whether it is a sheet of a later round, in which a changed answer has its reason. */
  later: boolean
  way: 'typed' | 'excel'
  /** Sentences by criterion. */
  faults: Readonly<Record<string, string>>
  hasScan: boolean
  sent?: readonly SentFile[] | undefined
  scanFault?: string | undefined
}

/** The whole sheet as it stands on paper, to tick what is ticked there: dense, one criterion after the other. */
export function TypingForm(props: TypingFormProps) {
  const { t } = useView()
  const { action, form, version, way, hasScan, sent, scanFault } = props
  return (
    <form method="post" action={action} enctype="multipart/form-data" class="grid gap-5">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="way" value={way} />
      {form.parts.map((part) => (
        <section key={part.code} aria-labelledby={`paper-part-${part.code}`}>
          <h3 id={`paper-part-${part.code}`} class="text-lg">
            {part.code}. {part.name}
          </h3>
          <div class="mt-2 grid gap-4 xl:grid-cols-2">
            {form.criteria
              .filter((criterion) => criterion.part === part.code)
              .map((criterion) => (
                <CriterionField key={criterion.code} {...props} criterion={criterion} />
              ))}
          </div>
        </section>
      ))}
      <FileInput
        label={t('paper_sheets:sheet.scan')}
        hint={t(hasScan ? 'paper_sheets:sheet.scan_kept' : 'paper_sheets:sheet.scan_hint')}
        name="scan"
        accept="application/pdf,image/jpeg,image/png,image/webp"
        optional
        resumable
        sent={sent}
        fault={scanFault}
      />
      <div>
        <Button variant="primary">{t('paper_sheets:sheet.save')}</Button>
      </div>
    </form>
  )
}

function CriterionField(props: TypingFormProps & { criterion: FormCriterion }) {
  const { t } = useView()
  const { criterion, faults, notes, reasons, later } = props
  const { code, name, groups } = criterion
  const fault = faults[code]
  const faultId = `fault-${code}`
  return (
    <fieldset
      class={`rounded-box border p-3 ${fault ? 'border-error' : 'border-line'}`}
      aria-describedby={fault ? faultId : undefined}
    >
      <legend class="px-1 font-semibold">
        {code} {name}
      </legend>
      {fault && (
        <p id={faultId} class="text-sm font-medium text-error">
          {fault}
        </p>
      )}
      {groups.map((group, place) => (
        <div key={place}>
          {group.name && <p class="mt-1 text-sm font-medium">{group.name}</p>}
          {group.options.map((option) => (
            <OptionTick key={option.no} {...props} option={option} />
          ))}
        </div>
      ))}
      <label class="mt-1 block text-sm">
        {t('paper_sheets:sheet.note')}
        <textarea class="textarea mt-1" name={`note:${code}`} rows={1} maxLength={2000}>
          {notes[code] ?? ''}
        </textarea>
      </label>
      {later && (
        <label class="mt-1 block text-sm">
          {t('paper_sheets:sheet.reason')}
          <textarea class="textarea mt-1" name={`reason:${code}`} rows={1} maxLength={2000}>
            {reasons[code] ?? ''}
          </textarea>
        </label>
      )}
    </fieldset>
  )
}

function OptionTick({
  criterion,
  option,
  answers,
}: TypingFormProps & { criterion: FormCriterion; option: FormOption }) {
  const { t } = useView()
  const chosen = answers[criterion.code]
  const checked = chosen !== undefined && (option.no === 0 ? chosen.length === 0 : chosen.includes(option.no))
  const several = criterion.several && option.no !== 0
  return (
    <label class="flex min-h-11 cursor-pointer items-center gap-3 py-1">
      <input
        type={several ? 'checkbox' : 'radio'}
        class={several ? 'checkbox checkbox-primary' : 'radio radio-primary'}
        name={`option:${criterion.code}`}
        value={option.no}
        checked={checked}
      />
      <b class="w-16 shrink-0">{t('councils:points', { count: option.points })}</b>
      <span>{option.text}</span>
    </label>
  )
}

/** The words of what was chosen at a criterion. */
export function chosenWords(criterion: FormCriterion, chosen: readonly number[]): string {
  return optionsOf(criterion)
    .filter(({ no }) => (chosen.length === 0 ? no === 0 : chosen.includes(no)))
    .map(({ text }) => text)
    .join('; ')
}
