import { type CriteriaSet, criteriaOf } from '#modules/regulation/index.ts'
import { Button, Panel, Select, StatusBadge, Table, useView } from '#platform/ui/index.ts'
import type { FiguresAt } from '../criterion-effort-store.ts'
import { kindOf } from '../criterion-kinds.ts'
import { GuidanceFrame } from './guidance-frame.tsx'

interface CriterionEffortsPageProps {
  set: CriteriaSet
  sets: readonly { id: string; productSetNo: number; nameVi: string; nameEn: string }[]
  figures: FiguresAt
  /** The criteria of the set that have figures of their own. */
  own: ReadonlySet<string>
  mayKeep: boolean
  province: string
}

/** What every criterion of one sheet takes in the province, and which of them differ from their kind. */
export function CriterionEffortsPage({
  set,
  sets,
  figures,
  own,
  mayKeep,
  province,
}: CriterionEffortsPageProps) {
  const { t, locale } = useView()
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  const head = ['criterion', 'kind', 'levels', 'source', ...(mayKeep ? [''] : [])]
  return (
    <GuidanceFrame part="efforts" title={t('guidance:criterion.title')}>
      <p class="max-w-3xl text-ink-2">
        {t('guidance:criterion.lead', { province })}{' '}
        <a class="lnk" href="/guidance">
          {t('guidance:criterion.back')}
        </a>
      </p>
      <form method="get" action="/guidance/sets" class="noprint flex flex-wrap items-end gap-3">
        <div class="w-full max-w-xl">
          <Select
            name="set"
            label={t('guidance:criterion.set')}
            value={set.id}
            options={sets.map((one) => ({
              value: one.id,
              label: t('guidance:practice.set', { no: one.productSetNo, name: named(one) }),
            }))}
          />
        </div>
        <Button>{t('guidance:criterion.show')}</Button>
      </form>
      <Panel flush>
        <Table
          caption={t('guidance:criterion.title')}
          head={head.map((key) => ({ label: key && t(`guidance:criterion.column.${key}`) }))}
          rows={criteriaOf(set).map((criterion) => [
            <b key="name">{`${criterion.code} ${named(criterion)}`}</b>,
            t(`guidance:kind.${kindOf(criterion)}`),
            <ol key="levels">
              {figures(criterion).levels.map(({ months, cost }, at) => (
                <li key={at}>{t('guidance:efforts.level', { no: at + 1, months, cost })}</li>
              ))}
            </ol>,
            <StatusBadge key="source" tone={own.has(criterion.code) ? 'success' : 'neutral'}>
              {t(own.has(criterion.code) ? 'guidance:criterion.own' : 'guidance:criterion.as_kind')}
            </StatusBadge>,
            ...(mayKeep
              ? [
                  <Button key="edit" href={`/guidance/sets/${set.id}/criteria/${criterion.code}`} size="sm">
                    {t('guidance:efforts.edit')}
                  </Button>,
                ]
              : []),
          ])}
        />
      </Panel>
    </GuidanceFrame>
  )
}
