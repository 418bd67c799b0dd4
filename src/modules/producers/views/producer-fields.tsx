import { type UnitGroup, UnitSelect } from '#modules/territory/index.ts'
import { DateInput, Panel, RadioGroup, Select, TextArea, TextInput, useView } from '#platform/ui/index.ts'
import { ownerKinds } from '../owner-kinds.ts'
import { peoples } from '../peoples.ts'
import type { ProducerFaults, ProducerField, TypedProducer } from '../producer-form.ts'

export interface ProducerFieldsProps {
  typed: TypedProducer
  faults: ProducerFaults
  groups: readonly UnitGroup[]
  /** Whether gender and ethnicity of the representative are asked for. */
  sensitive: boolean
}

/** Every field of the producer's form, with what was typed and what is wrong with it. */
export function ProducerFields(props: ProducerFieldsProps) {
  const { t } = useView()
  const field = fieldOf(props, t)
  return (
    <div class="space-y-5">
      <Panel title={t('producers:group.owner')} class="space-y-4">
        <RadioGroup
          {...field('kind')}
          required
          options={ownerKinds.map((kind) => ({
            value: kind,
            label: t(`producers:kind.${kind}`),
            hint: t(`producers:kind_hint.${kind}`),
          }))}
        />
        <TextInput {...field('name')} hint={t('producers:hint.name')} required maxlength={300} />
        <UnitSelect
          {...field('unitId')}
          hint={t('producers:hint.unitId')}
          groups={props.groups}
          empty={t('territory:choose_commune')}
          required
        />
        <TextInput {...field('address')} optional maxlength={300} autocomplete="street-address" />
      </Panel>
      <Panel title={t('producers:group.contact')}>
        <div class="grid gap-4 md:grid-cols-2">
          <TextInput {...field('phone')} type="tel" optional autocomplete="tel" />
          <TextInput {...field('email')} type="email" optional autocomplete="email" />
        </div>
      </Panel>
      <Representative {...props} />
      <Panel title={t('producers:group.registration')}>
        <div class="grid gap-4 md:grid-cols-2">
          <TextInput {...field('registrationNumber')} optional />
          <DateInput {...field('registrationIssuedOn')} optional />
          <TextInput {...field('taxCode')} hint={t('producers:hint.taxCode')} optional inputmode="numeric" />
          <DateInput {...field('foundedOn')} optional />
        </div>
      </Panel>
      <Panel title={t('producers:group.story')}>
        <TextArea {...field('story')} hint={t('producers:hint.story')} rows={6} optional />
      </Panel>
    </div>
  )
}

function Representative(props: ProducerFieldsProps) {
  const { t } = useView()
  const field = fieldOf(props, t)
  return (
    <Panel title={t('producers:group.representative')}>
      <div class="grid gap-4 md:grid-cols-2">
        <TextInput {...field('representativeName')} optional autocomplete="name" />
        <TextInput {...field('representativePost')} optional />
        {props.sensitive && (
          <>
            <Select
              {...field('representativeGender')}
              optional
              empty={t('producers:unknown')}
              options={(['female', 'male'] as const).map((gender) => ({
                value: gender,
                label: t(`producers:gender.${gender}`),
              }))}
            />
            <Select
              {...field('representativePeople')}
              hint={t('producers:hint.representativePeople')}
              optional
              empty={t('producers:unknown')}
              options={peoples.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </>
        )}
      </div>
    </Panel>
  )
}

function fieldOf({ typed, faults }: ProducerFieldsProps, t: ReturnType<typeof useView>['t']) {
  return (name: ProducerField) => {
    const fault = faults[name]
    return {
      name,
      label: t(`producers:field.${name}`),
      value: typed[name],
      fault: fault && t(`producers:fault.${fault}`),
    }
  }
}
