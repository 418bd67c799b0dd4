import { type Criterion, type Option, offersNone } from '#modules/regulation/index.ts'
import { OptionCard, useView } from '#platform/ui/index.ts'
import { answerName, noneValue } from '../practice-form.ts'

interface PracticeCriterionProps {
  criterion: Criterion
  chosen: readonly number[] | undefined
}

/** A line of the practice sheet: the law's answers with their points and marks. */
export function PracticeCriterion({ criterion, chosen }: PracticeCriterionProps) {
  const { t, locale } = useView()
  const { code, cases, options, notes = [], max } = criterion
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  return (
    <fieldset id={`tc-${code}`} class="mt-5 min-w-0">
      <legend class="font-semibold">
        {code} {named(criterion)}{' '}
        <span class="text-sm font-normal text-ink-2">{t('guidance:practice.max', { points: max })}</span>
      </legend>
      {notes.map((note) => (
        <p key={note.textVi} class="text-sm text-ink-2">
          {locale === 'en' ? note.textEn : note.textVi}
        </p>
      ))}
      <div class="mt-2 grid gap-2">
        {cases?.map((one) => (
          <div key={one.no} class="grid gap-2">
            <p class="font-medium">{named(one)}</p>
            <Options
              {...{ criterion, chosen }}
              options={options.filter((option) => option.case === one.no)}
            />
          </div>
        )) ?? <Options {...{ criterion, chosen, options }} />}
        {offersNone(criterion) && (
          <OptionCard
            name={answerName(code)}
            value={noneValue}
            points={0}
            text={t('guidance:plan.none_of_these')}
            checked={chosen?.length === 0}
          />
        )}
      </div>
    </fieldset>
  )
}

function Options({ criterion, chosen, options }: PracticeCriterionProps & { options: readonly Option[] }) {
  const { locale } = useView()
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
          checked={chosen?.includes(option.no)}
          several={criterion.scoring === 'sum'}
        />
      ))}
    </>
  )
}
