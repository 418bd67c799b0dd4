import { practiceFields } from '#modules/guidance/index.ts'
import type { Answers, CriteriaSet } from '#modules/regulation/index.ts'
import { Button, EmptyState, Note, Panel, Select, useView, WorkPage } from '#platform/ui/index.ts'

interface PracticeDossierPageProps {
  set: CriteriaSet
  answers: Answers
  /** The producer's products of that set. */
  products: readonly { id: string; name: string }[]
  productId: string
  /** Whether a dossier opened today is judged by this sheet. */
  isInForce: boolean
  /** Why it could not be opened. */
  fault?: string | undefined
}

/** Which product the practised answers are for; they travel on in the form alone until the dossier is opened. */
export function PracticeDossierPage(props: PracticeDossierPageProps) {
  const { t, locale } = useView()
  const { set, answers, products, isInForce } = props
  const name = locale === 'en' ? set.nameEn : set.nameVi
  return (
    <WorkPage
      title={t('dossiers:page.practice.title')}
      crumbs={[{ href: '/dossiers', label: t('dossiers:page.filing.title') }]}
    >
      <Panel
        class="max-w-2xl"
        title={t('guidance:practice.set', { no: set.productSetNo, name })}
        lead={t('dossiers:page.practice.answers', { count: Object.keys(answers).length })}
      >
        {isInForce ? (
          <ChooseProduct {...props} />
        ) : (
          <Note tone="warning">{t('dossiers:page.practice.not_in_force')}</Note>
        )}
        <form method="post" action={`/tu-cham/${set.id}`} class="mt-4">
          <HiddenAnswers answers={answers} />
          <Button name="go" value="result" variant="ghost" icon="arrow-left">
            {t('dossiers:page.practice.back')}
          </Button>
        </form>
        {products.length === 0 && isInForce && (
          <p class="mt-2 text-sm text-ink-2">{t('dossiers:page.practice.keep_first')}</p>
        )}
      </Panel>
    </WorkPage>
  )
}

function ChooseProduct({ set, answers, products, productId, fault }: PracticeDossierPageProps) {
  const { t } = useView()
  if (products.length === 0)
    return (
      <EmptyState
        icon="package"
        title={t('dossiers:page.practice.no_product')}
        action={
          <Button href="/products" variant="primary">
            {t('dossiers:page.practice.products')}
          </Button>
        }
      >
        {t('dossiers:page.practice.no_product_text')}
      </EmptyState>
    )
  return (
    <form method="post" action={`/dossiers/practice/${set.id}`} class="space-y-4">
      <HiddenAnswers answers={answers} />
      <Select
        label={t('dossiers:page.filing.product')}
        name="product"
        value={productId || (products.length === 1 ? products[0]?.id : '')}
        empty={t('dossiers:page.filing.choose_product')}
        options={products.map(({ id, name }) => ({ value: id, label: name }))}
        fault={fault}
        required
      />
      <p class="text-ink-2">{t('dossiers:page.practice.text')}</p>
      <Button variant="primary" size="lg" icon="file-plus">
        {t('dossiers:page.filing.open')}
      </Button>
    </form>
  )
}

function HiddenAnswers({ answers }: { answers: Answers }) {
  return (
    <>
      {practiceFields(answers).map(([field, value]) => (
        <input key={`${field} ${value}`} type="hidden" name={field} value={value} />
      ))}
    </>
  )
}
