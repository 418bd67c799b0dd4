import { dayOf } from '#platform/dates.ts'
import { Button, EmptyState, Panel, StatusBadge, Table, useView } from '#platform/ui/index.ts'
import { knownPolicies } from '../known-policies.ts'
import type { SupportPolicy } from '../policy-store.ts'
import { GuidanceFrame } from './guidance-frame.tsx'
import { PolicyWords, spanIn } from './policy-list.tsx'

interface PoliciesPageProps {
  policies: readonly SupportPolicy[]
  province: string
  mayKeep: boolean
}

/** The province's support policies, and what is known of the law and of other provinces. */
export function PoliciesPage({ policies, province, mayKeep }: PoliciesPageProps) {
  const { t, now } = useView()
  const add = mayKeep && (
    <Button href="/guidance/policies/new" variant="primary" icon="plus">
      {t('guidance:policy.add')}
    </Button>
  )
  const head = ['name', 'serves', 'validity', ''] as const
  return (
    <GuidanceFrame
      part="policies"
      title={t('guidance:policy.title')}
      actions={
        <>
          <Button href="/guidance/policies.xlsx" icon="file-spreadsheet" download>
            {t('guidance:plan.excel')}
          </Button>
          {add}
        </>
      }
    >
      <p class="max-w-3xl text-ink-2">{t('guidance:policy.lead', { province })}</p>
      <Panel flush>
        <Table
          caption={t('guidance:policy.title')}
          head={head
            .filter((key) => key !== '' || mayKeep)
            .map((key) => ({ label: key && t(`guidance:policy.${key}`) }))}
          empty={
            <EmptyState icon="hand-coins" title={t('guidance:policy.none')} action={add || undefined}>
              {t('guidance:policy.none_text')}
            </EmptyState>
          }
          rows={policies.map((policy) => [
            <PolicyWords key="words" policy={policy} />,
            policy.kinds.length === 0
              ? t('guidance:policy.every_kind')
              : policy.kinds.map((kind) => t(`guidance:kind.${kind}`)).join(', '),
            <span key="validity" class="flex flex-wrap gap-2">
              {spanIn(policy, t) || t('guidance:policy.no_span')}
              {policy.validTo !== null && policy.validTo < dayOf(now) && (
                <StatusBadge tone="neutral">{t('guidance:policy.over')}</StatusBadge>
              )}
            </span>,
            ...(mayKeep
              ? [
                  <Button key="edit" href={`/guidance/policies/${policy.id}`} size="sm">
                    {t('guidance:policy.edit')}
                  </Button>,
                ]
              : []),
          ])}
        />
      </Panel>
      <KnownPolicies province={province} />
    </GuidanceFrame>
  )
}

function KnownPolicies({ province }: { province: string }) {
  const { t, locale } = useView()
  return (
    <Panel title={t('guidance:policy.known_title')} lead={t('guidance:policy.known_lead', { province })}>
      <ul class="grid gap-4">
        {knownPolicies.map(({ placeVi, placeEn, saysVi, saysEn, source, link }) => (
          <li key={placeVi}>
            <p class="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
              {locale === 'en' ? placeEn : placeVi}
              <StatusBadge tone={source === 'rule' ? 'success' : 'warning'}>
                {t(`guidance:policy.source.${source}`)}
              </StatusBadge>
            </p>
            <p>
              {locale === 'en' ? saysEn : saysVi}{' '}
              {link && (
                <a class="lnk" href={link} rel="noopener noreferrer">
                  {t('guidance:policy.read_source')}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
