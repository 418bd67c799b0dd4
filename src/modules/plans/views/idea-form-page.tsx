import { ProductSetSelect } from '#modules/products/index.ts'
import {
  Button,
  Note,
  Panel,
  Select,
  SendOnce,
  TextArea,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { IdeaFaults, TypedIdea } from '../idea-form.ts'
import { fieldsOf } from './typed-fields.ts'

interface IdeaFormPageProps {
  producer: { id: string; name: string }
  /** The producer's registered products: an idea may be about one of them. */
  products: readonly { id: string; name: string }[]
  typed: TypedIdea
  faults: IdeaFaults
  /** The idea that is changed, with the version it was opened on; without it a new one is written. */
  idea?: { id: string; name: string; version: number } | undefined
  message?: string | undefined
}

/** The light form of step 2: what product, of what, for whom, by when. */
export function IdeaFormPage(props: IdeaFormPageProps) {
  const { t } = useView()
  const { idea, producer, faults, message } = props
  const title = t(idea ? 'plans:idea.edit' : 'plans:idea.new')
  const back = idea ? `/plans/ideas/${idea.id}` : '/plans'
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/plans', label: t('plans:idea.title') },
        ...(idea ? [{ href: back, label: idea.name }] : []),
        { label: title },
      ]}
    >
      <form
        method="post"
        action={idea ? `/plans/ideas/${idea.id}` : '/plans/ideas'}
        class="max-w-3xl space-y-5"
      >
        <input type="hidden" name="producerId" value={producer.id} />
        {idea ? <input type="hidden" name="version" value={idea.version} /> : <SendOnce />}
        {(message || Object.keys(faults).length > 0) && (
          <Note tone="error" role="alert">
            {message ?? t('plans:faulty')}
          </Note>
        )}
        <Panel class="space-y-4" title={t('plans:idea.for_producer', { name: producer.name })}>
          <Fields {...props} />
        </Panel>
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save">
            {t('plans:save')}
          </Button>
          <Button href={back} variant="ghost">
            {t('plans:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}

function Fields({ typed, faults, products }: IdeaFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'idea.field', typed, faults })
  const hint = (name: string) => ({ hint: t(`plans:idea.hint.${name}`) })
  return (
    <>
      {products.length > 0 && (
        <Select
          {...field('productId')}
          empty={t('plans:idea.new_product')}
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextInput {...field('name')} {...(products.length > 0 ? hint('name') : {})} maxlength={200} />
      <ProductSetSelect {...field('productSetNo')} {...hint('productSetNo')} optional />
      <TextArea {...field('description')} {...hint('description')} rows={5} maxlength={4000} />
      <TextArea {...field('material')} {...hint('material')} rows={3} maxlength={2000} />
      <TextArea {...field('market')} {...hint('market')} rows={3} maxlength={2000} optional />
      <TextArea {...field('support')} {...hint('support')} rows={3} maxlength={2000} optional />
      <div class="grid gap-4 sm:grid-cols-2">
        <Select
          {...field('expectedStars')}
          empty={t('plans:idea.any_stars')}
          options={[3, 4, 5].map((stars) => ({
            value: String(stars),
            label: t('platform:stars', { count: stars }),
          }))}
          optional
        />
        <TextInput {...field('expectedYear')} inputmode="numeric" maxlength={4} required />
      </div>
    </>
  )
}
