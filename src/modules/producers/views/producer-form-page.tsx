import { Button, Note, SendOnce, useView, WorkPage } from '#platform/ui/index.ts'
import { peopleOf } from '../peoples.ts'
import { type ProducerField, producerFields, type TypedProducer } from '../producer-form.ts'
import { ProducerFields, type ProducerFieldsProps } from './producer-fields.tsx'

interface ProducerFormPageProps extends ProducerFieldsProps {
  /** The producer that is changed; without it a new one is registered. */
  producer?: { id: string; name: string; version: number } | undefined
  /** What is stored now, when somebody else changed it meanwhile. */
  stored?: TypedProducer | undefined
}

/** The form that registers a producer, or changes one. */
export function ProducerFormPage({ producer, stored, ...fields }: ProducerFormPageProps) {
  const { t } = useView()
  const title = t(producer ? 'producers:edit_title' : 'producers:new')
  const back = producer ? `/producers/${producer.id}` : '/producers'
  const crumbs = [
    { href: '/producers', label: t('producers:title') },
    ...(producer ? [{ href: back, label: producer.name }] : []),
    { label: title },
  ]
  return (
    <WorkPage title={title} crumbs={crumbs}>
      <form method="post" action={producer ? `${back}/edit` : '/producers/new'} class="max-w-4xl space-y-5">
        {producer ? <input type="hidden" name="version" value={producer.version} /> : <SendOnce />}
        {stored && <Conflict {...fields} stored={stored} />}
        {Object.keys(fields.faults).length > 0 && (
          <Note tone="error" role="alert">
            {t('producers:faulty')}
          </Note>
        )}
        <ProducerFields {...fields} />
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save">
            {t('producers:save')}
          </Button>
          <Button href={back} variant="ghost">
            {t('producers:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}

type ConflictProps = ProducerFieldsProps & { stored: TypedProducer }

/** Both versions: what was typed is in the fields, what is stored instead stands here. */
function Conflict({ typed, stored, groups, sensitive }: ConflictProps) {
  const { t } = useView()
  const hidden: readonly string[] = sensitive ? [] : ['representativeGender', 'representativePeople']
  const differing = producerFields.filter((name) => stored[name] !== typed[name] && !hidden.includes(name))
  const words = (name: ProducerField) => {
    const value = stored[name]
    if (value === '') return t('producers:unknown')
    if (name === 'kind') return t(`producers:kind.${value}`)
    if (name === 'representativeGender') return t(`producers:gender.${value}`)
    if (name === 'representativePeople') return peopleOf(value)?.name
    if (name !== 'unitId') return value
    const units = groups.flatMap((group) => group.units)
    return units.find(({ unit }) => unit.id === value)?.unit.name ?? value
  }
  return (
    <Note tone="warning" role="alert" title={t('producers:conflict.title')}>
      <p>{t('producers:conflict.text')}</p>
      <ul class="my-2 list-disc pl-5">
        {differing.map((name) => (
          <li key={name}>
            {t('producers:conflict.stored', { field: t(`producers:field.${name}`), value: words(name) })}
          </li>
        ))}
      </ul>
      <p>{t('producers:conflict.again')}</p>
    </Note>
  )
}
