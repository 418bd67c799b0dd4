import { dayOf, showDay } from '#platform/dates.ts'
import { Breadcrumbs, Facts, Note, Panel, PublicPage, useView } from '#platform/ui/index.ts'
import type { Ministry } from '../classification.ts'
import type { CriteriaSet } from '../criteria-set.ts'
import { ScoreSheet } from './score-sheet.tsx'
import { SheetRules } from './sheet-rules.tsx'
import { nameIn } from './wording.ts'

interface CriteriaSetPageProps {
  set: CriteriaSet
  digest: string
  publishedAt: Date
  ministries: readonly Ministry[]
}

/** One published sheet, as a person reads and prints it. */
export function CriteriaSetPage({ set, digest, publishedAt, ministries }: CriteriaSetPageProps) {
  const { t, locale } = useView()
  const name = nameIn(locale, set)
  const title = t('regulation:set.name', { no: set.productSetNo, name })
  const list = `/bo-tieu-chi?quy-dinh=${set.regimeId}`
  const facts = [
    [t('regulation:set.decision'), set.decision],
    [t('regulation:set.valid'), <Validity key="valid" set={set} />],
    [t('regulation:set.group'), `${nameIn(locale, set.group)} · ${nameIn(locale, set.subgroup)}`],
    [t('regulation:set.ministries'), ministries.map((one) => nameIn(locale, one)).join(' · ')],
    [t('regulation:set.published'), showDay(dayOf(publishedAt))],
    [
      t('regulation:set.digest'),
      <code key="digest" class="break-all text-sm">
        {digest}
      </code>,
    ],
  ] as const
  return (
    <PublicPage
      title={title}
      description={t('regulation:page.description', { name, decision: set.decision })}
      canonical={`/bo-tieu-chi/${set.id}`}
    >
      <div class="wrap py-8">
        <Breadcrumbs crumbs={[{ href: list, label: t('regulation:page.back') }, { label: title }]} />
        <h1 class="text-3xl">{title}</h1>
        <div class="mt-5 grid gap-5 lg:grid-cols-2">
          <Panel>
            <Facts items={facts} />
            <p class="mt-3 noprint flex flex-wrap gap-x-5 gap-y-2">
              <a class="lnk" href={`/tu-cham/${set.id}`}>
                {t('regulation:page.practise')}
              </a>
              <a class="lnk" href={`/api/v1/criteria-sets/${set.id}`}>
                {t('regulation:page.api')}
              </a>
            </p>
          </Panel>
          <Note tone="info" title={t('regulation:page.how')} class="self-start">
            <p>{t('regulation:page.how_text')}</p>
            {set.marks === 'unstated' && <p class="mt-2">{t('regulation:page.how_tourism')}</p>}
            {set.marks === 'none' && <p class="mt-2">{t('regulation:page.how_none')}</p>}
          </Note>
        </div>
        <div class="mt-8">
          <ScoreSheet set={set} />
        </div>
        <div class="mt-10 grid gap-5">
          <SheetRules set={set} />
        </div>
      </div>
    </PublicPage>
  )
}

function Validity({ set: { validFrom: from, validTo: to } }: { set: CriteriaSet }) {
  const { t } = useView()
  return (
    <>
      {to === null ? t('regulation:set.valid_from', { from }) : t('regulation:set.valid_span', { from, to })}
    </>
  )
}
