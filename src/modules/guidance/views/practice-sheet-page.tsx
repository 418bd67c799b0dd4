import type { Answers, Part, SheetLaw } from '#modules/regulation/index.ts'
import { Breadcrumbs, Button, IslandScript, Note, PublicPage, useView } from '#platform/ui/index.ts'
import { tallySheetOf } from '../tally-sheet-of.ts'
import { PracticeCriterion } from './practice-criterion.tsx'
import { PracticeTally } from './practice-tally.tsx'

interface PracticeSheetPageProps {
  law: SheetLaw
  answers: Answers
  message?: string | undefined
}

/** The whole sheet to answer at one's leisure; nothing of it is kept on the server. */
export function PracticeSheetPage({ law, answers, message }: PracticeSheetPageProps) {
  const { t, locale } = useView()
  const { set } = law
  const name = locale === 'en' ? set.nameEn : set.nameVi
  const title = t('guidance:practice.of_set', { no: set.productSetNo, name })
  return (
    <PublicPage
      title={title}
      description={t('guidance:practice.description', { name, decision: set.decision })}
      canonical={`/tu-cham/${set.id}`}
    >
      <div class="wrap max-w-4xl py-8">
        <Breadcrumbs crumbs={[{ href: '/tu-cham', label: t('guidance:practice.title') }, { label: title }]} />
        <h1 class="text-2xl lg:text-3xl">{title}</h1>
        <p class="mt-1 text-ink-2">
          {set.decision} ·{' '}
          <a class="lnk" href={`/bo-tieu-chi/${set.id}`}>
            {t('guidance:practice.read_sheet')}
          </a>
        </p>
        <Note tone="info" class="mt-4" title={t('guidance:practice.no_result')}>
          {t('guidance:practice.how')}
        </Note>
        {message && (
          <Note tone="error" role="alert" class="mt-4">
            {message}
          </Note>
        )}
        <form method="post" action={`/tu-cham/${set.id}`} class="mt-6 grid gap-10" data-set={set.id}>
          {set.parts.map((part) => (
            <PartFields key={part.code} {...{ part, answers }} />
          ))}
          <p class="flex flex-wrap gap-3">
            <Button variant="primary" size="lg" iconEnd="chevron-right">
              {t('guidance:practice.see')}
            </Button>
            <span hidden data-with-script>
              <button type="button" class="btn btn-plain btn-lg text-base" data-clear>
                {t('guidance:practice.clear')}
              </button>
            </span>
          </p>
          <PracticeTally {...{ law, answers }} />
        </form>
      </div>
      <SheetData law={law} />
      <IslandScript name="practice-sheet" />
    </PublicPage>
  )
}

function PartFields({ part, answers }: { part: Part; answers: Answers }) {
  const { t, locale } = useView()
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  return (
    <section aria-labelledby={`phan-${part.code}`}>
      <h2 id={`phan-${part.code}`} class="border-b-2 border-primary pb-2 text-xl">
        {t('guidance:practice.part', { code: part.code, name: named(part), max: part.max })}
      </h2>
      {part.sections.map((section) => {
        const alone = section.criteria.length === 1 && section.criteria[0]?.code === section.code
        return (
          <section key={section.code} class="mt-6">
            {!alone && (
              <h3 class="text-lg">
                {section.code}. {named(section)}
              </h3>
            )}
            {section.criteria.map((criterion) => (
              <PracticeCriterion
                key={criterion.code}
                criterion={criterion}
                chosen={answers[criterion.code]}
              />
            ))}
          </section>
        )
      })}
    </section>
  )
}

function SheetData({ law }: { law: SheetLaw }) {
  // A `<` inside a text could close the script element: it is written so that it cannot.
  const json = JSON.stringify(tallySheetOf(law)).replaceAll('<', '\\u003c')
  return (
    <script type="application/json" id="practice-sheet-data" dangerouslySetInnerHTML={{ __html: json }} />
  )
}
