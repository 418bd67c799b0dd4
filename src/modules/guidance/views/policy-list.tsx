import { DemoLabel, Panel, StatusBadge, useView } from '#platform/ui/index.ts'
import { knownPolicies } from '../known-policies.ts'
import type { ToldPlan } from '../plan-for.ts'
import type { SupportPolicy } from '../policy-store.ts'

/** The policies of the province that help with a plan, and the duty that the law gives the commune. */
export function PolicyList({ told: { policies, province } }: { told: ToldPlan }) {
  const { t, locale } = useView()
  const duties = knownPolicies.filter(({ source }) => source === 'rule')
  return (
    <Panel title={t('guidance:policy.helping', { province })}>
      {policies.length === 0 && <p>{t('guidance:policy.none_helping', { province })}</p>}
      <ul class="grid gap-4">
        {policies.map((policy) => (
          <li key={policy.id}>
            <PolicyWords policy={policy} />
          </li>
        ))}
        {duties.map(({ saysVi, saysEn }) => (
          <li key={saysVi} class="text-ink-2">
            {locale === 'en' ? saysEn : saysVi}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** A policy in words: what it pays, on what decision, until when, and whether somebody held it against the document. */
export function PolicyWords({ policy }: { policy: SupportPolicy }) {
  const { t } = useView()
  const { title, decisionNumber, pays, link, isVerified, isDemo } = policy
  return (
    <div>
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {link ? (
          <a class="lnk" href={link} rel="noopener noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
        <StatusBadge tone={isVerified ? 'success' : 'warning'}>
          {t(isVerified ? 'guidance:policy.verified' : 'guidance:policy.unverified')}
        </StatusBadge>
        {isDemo && <DemoLabel />}
      </p>
      <p class="whitespace-pre-line">{pays}</p>
      <p class="text-sm text-ink-2">{[decisionNumber, spanIn(policy, t)].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

/** From when to when a policy holds, in words; empty when nobody wrote it down. */
export function spanIn(
  { validFrom: from, validTo: to }: Pick<SupportPolicy, 'validFrom' | 'validTo'>,
  t: ReturnType<typeof useView>['t'],
): string {
  if (from && to) return t('guidance:policy.span', { from, to })
  if (from) return t('guidance:policy.from', { from })
  return to ? t('guidance:policy.to', { to }) : ''
}
