import type { CouncilRules } from '#modules/regulation/index.ts'
import { Facts, RadioGroup, Select, TextInput, useView } from '#platform/ui/index.ts'
import type { TypedRules } from '../typed-council.ts'

/** What the council's regulation settles and the law leaves open, to be filled in. */
export function RulesFields({ rules }: { rules: TypedRules }) {
  const { t } = useView()
  const named = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`councils:${group}.${value}`) }))
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <NumberRule rules={rules} name="quorum" min={1} max={100} />
      <NumberRule rules={rules} name="maxDeviation" min={0} max={100} />
      <NumberRule rules={rules} name="outlierPoints" min={1} max={100} />
      <Select
        label={t('councils:rules.rounding')}
        name="rounding"
        value={rules.rounding.method}
        options={named('rounding', ['half_up', 'half_even', 'down'])}
      />
      <Select
        label={t('councils:rules.decimals')}
        name="decimals"
        value={String(rules.rounding.decimals)}
        options={['0', '1', '2'].map((value) => ({ value, label: value }))}
      />
      <RadioGroup
        label={t('councils:rules.markRule')}
        name="markRule"
        value={rules.markRule}
        options={named('mark_rule', ['majority', 'average', 'all'])}
      />
      <RadioGroup
        label={t('councils:rules.tourismMarks')}
        name="tourismMarks"
        value={rules.tourismMarks}
        options={named('tourism_marks', ['advisory', 'binding'])}
      />
      <RadioGroup
        label={t('votes:rule')}
        name="knockOutVote"
        value={rules.knockOutVote}
        options={(['half_sitting', 'half_voting', 'two_thirds_sitting'] as const).map((value) => ({
          value,
          label: t(`votes:rules.${value}`),
        }))}
      />
      <NumberRule rules={rules} name="adviserMonths" min={0} max={120} />
      <NumberRule rules={rules} name="dailyCapacity" min={1} max={500} />
      <RadioGroup
        label={t('councils:rules.quorumBase')}
        name="quorumBase"
        value={rules.quorumBase}
        options={named('quorum_base', ['council', 'sitting'])}
      />
      <RadioGroup
        label={t('councils:rules.replacedSheets')}
        name="replacedSheets"
        value={rules.replacedSheets}
        options={named('replaced_sheets', ['void', 'keep'])}
      />
    </div>
  )
}

type NumberRuleName = 'quorum' | 'maxDeviation' | 'outlierPoints' | 'adviserMonths' | 'dailyCapacity'

function NumberRule({
  rules,
  name,
  min,
  max,
}: {
  rules: TypedRules
  name: NumberRuleName
  min: number
  max: number
}) {
  const { t } = useView()
  const words = { label: t(`councils:rules.${name}`), hint: t(`councils:rules.${name}_hint`) }
  return <TextInput {...{ ...words, name, min, max }} type="number" required value={rules[name]} />
}

/** The same, to be read. */
export function RulesFacts({ rules }: { rules: CouncilRules }) {
  const { t } = useView()
  const { quorum, maxDeviation, rounding, markRule, tourismMarks } = rules
  return (
    <Facts
      items={[
        [t('councils:rules.quorum'), `${quorum}%`],
        [t('councils:rules.maxDeviation'), t('councils:points', { count: maxDeviation })],
        [t('councils:rules.outlierPoints'), t('councils:points', { count: rules.outlierPoints })],
        [
          t('councils:rules.rounding'),
          t('councils:rules.rounding_said', {
            method: t(`councils:rounding.${rounding.method}`),
            decimals: rounding.decimals,
          }),
        ],
        [t('councils:rules.markRule'), t(`councils:mark_rule.${markRule}`)],
        [t('councils:rules.tourismMarks'), t(`councils:tourism_marks.${tourismMarks}`)],
        [t('votes:rule'), t(`votes:rules.${rules.knockOutVote}`)],
        [t('councils:rules.adviserMonths'), t('councils:months', { count: rules.adviserMonths })],
        [t('councils:rules.quorumBase'), t(`councils:quorum_base.${rules.quorumBase}`)],
        [t('councils:rules.replacedSheets'), t(`councils:replaced_sheets.${rules.replacedSheets}`)],
        [t('councils:rules.dailyCapacity'), t('councils:products', { count: rules.dailyCapacity })],
      ]}
    />
  )
}
