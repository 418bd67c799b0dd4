import { type CouncilRules, defaultRules } from '#modules/regulation/index.ts'
import { Facts, RadioGroup, Select, TextInput, useView } from '#platform/ui/index.ts'
import { voteRuleOf } from '../votes/vote-result.ts'

/** Councils whose rules were entered before the platform asked for this have its default. */
const defaultAdviserMonths = defaultRules.adviserMonths

/** What the council's regulation settles and the law leaves open, to be filled in. */
export function RulesFields({ rules }: { rules: CouncilRules }) {
  const { t } = useView()
  const named = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`councils:${group}.${value}`) }))
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <TextInput
        label={t('councils:rules.quorum')}
        hint={t('councils:rules.quorum_hint')}
        name="quorum"
        type="number"
        min={1}
        max={100}
        required
        value={rules.quorum}
      />
      <TextInput
        label={t('councils:rules.maxDeviation')}
        hint={t('councils:rules.maxDeviation_hint')}
        name="maxDeviation"
        type="number"
        min={0}
        max={100}
        required
        value={rules.maxDeviation}
      />
      <TextInput
        label={t('councils:rules.outlierPoints')}
        hint={t('councils:rules.outlierPoints_hint')}
        name="outlierPoints"
        type="number"
        min={1}
        max={100}
        required
        value={rules.outlierPoints ?? defaultRules.outlierPoints}
      />
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
        value={voteRuleOf(rules)}
        options={(['half_sitting', 'half_voting', 'two_thirds_sitting'] as const).map((value) => ({
          value,
          label: t(`votes:rules.${value}`),
        }))}
      />
      <TextInput
        label={t('councils:rules.adviserMonths')}
        hint={t('councils:rules.adviserMonths_hint')}
        name="adviserMonths"
        type="number"
        min={0}
        max={120}
        required
        value={rules.adviserMonths ?? defaultAdviserMonths}
      />
      <TextInput
        label={t('councils:rules.dailyCapacity')}
        hint={t('councils:rules.dailyCapacity_hint')}
        name="dailyCapacity"
        type="number"
        min={1}
        max={500}
        required
        value={rules.dailyCapacity}
      />
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

/** The same, to be read. */
export function RulesFacts({ rules }: { rules: CouncilRules }) {
  const { t } = useView()
  const { quorum, maxDeviation, rounding, markRule, tourismMarks } = rules
  return (
    <Facts
      items={[
        [t('councils:rules.quorum'), `${quorum}%`],
        [t('councils:rules.maxDeviation'), t('councils:points', { count: maxDeviation })],
        [
          t('councils:rules.outlierPoints'),
          t('councils:points', { count: rules.outlierPoints ?? defaultRules.outlierPoints }),
        ],
        [
          t('councils:rules.rounding'),
          t('councils:rules.rounding_said', {
            method: t(`councils:rounding.${rounding.method}`),
            decimals: rounding.decimals,
          }),
        ],
        [t('councils:rules.markRule'), t(`councils:mark_rule.${markRule}`)],
        [t('councils:rules.tourismMarks'), t(`councils:tourism_marks.${tourismMarks}`)],
        [t('votes:rule'), t(`votes:rules.${voteRuleOf(rules)}`)],
        [
          t('councils:rules.adviserMonths'),
          t('councils:months', { count: rules.adviserMonths ?? defaultAdviserMonths }),
        ],
        [t('councils:rules.quorumBase'), t(`councils:quorum_base.${rules.quorumBase}`)],
        [t('councils:rules.replacedSheets'), t(`councils:replaced_sheets.${rules.replacedSheets}`)],
        [t('councils:rules.dailyCapacity'), t('councils:products', { count: rules.dailyCapacity })],
      ]}
    />
  )
}
