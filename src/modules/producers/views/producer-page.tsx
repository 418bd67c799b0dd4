import type { ComponentChildren } from 'preact'
import { dayOf, showDay } from '#platform/dates.ts'
import { Button, DemoLabel, Facts, Panel, StatusBadge, useView, WorkPage } from '#platform/ui/index.ts'
import type { Producer } from '../producer-store.ts'
import type { ProducerPageFacts } from '../read-producer-page.ts'
import { PaperPanel } from './paper-panel.tsx'

type ProducerPageProps = ProducerPageFacts & { children?: ComponentChildren }

/** A producer: what is written down, its papers; between them what other modules have to say about it. */
export function ProducerPage({ children, ...facts }: ProducerPageProps) {
  const { t, now } = useView()
  const { producer, changeable, missing } = facts
  return (
    <WorkPage
      title={producer.name}
      crumbs={[{ href: '/producers', label: t('producers:title') }, { label: producer.name }]}
      aside={
        <>
          <StatusBadge tone="neutral">{t(`producers:kind.${producer.kind}`)}</StatusBadge>
          {missing.length > 0 && (
            <StatusBadge tone="warning">{t('producers:papers.missing_badge')}</StatusBadge>
          )}
          {producer.isDemo && <DemoLabel />}
        </>
      }
      actions={
        changeable && (
          <Button href={`/producers/${producer.id}/edit`} icon="pencil">
            {t('producers:edit')}
          </Button>
        )
      }
    >
      <div class="grid items-start gap-5 lg:grid-cols-2">
        <div class="space-y-5">
          <FactsPanel {...facts} />
          {producer.story && (
            <Panel title={t('producers:group.story')}>
              <p class="whitespace-pre-line">{producer.story}</p>
            </Panel>
          )}
        </div>
        <div class="space-y-5">
          {children}
          <PaperPanel {...facts} today={dayOf(now)} />
        </div>
      </div>
    </WorkPage>
  )
}

function FactsPanel({ producer, unit, sensitive }: ProducerPageFacts) {
  const { t } = useView()
  const line = (field: string, value: ComponentChildren) =>
    [
      t(`producers:field.${field}`),
      value || <span class="text-ink-2">{t('producers:unknown')}</span>,
    ] as const
  return (
    <Panel title={t('producers:group.owner')}>
      <Facts
        items={[
          line('unitId', unit?.name),
          line('address', producer.address),
          line(
            'phone',
            producer.phone && (
              <a class="lnk" href={`tel:${phoneOf(producer)}`}>
                {producer.phone}
              </a>
            ),
          ),
          line(
            'email',
            producer.email && (
              <a class="lnk" href={`mailto:${producer.email}`}>
                {producer.email}
              </a>
            ),
          ),
          line('representativeName', producer.representativeName),
          line('representativePost', producer.representativePost),
          ...(sensitive ? sensitiveLines(producer, line, t) : []),
          line('registrationNumber', producer.registrationNumber),
          line(
            'registrationIssuedOn',
            producer.registrationIssuedOn && showDay(producer.registrationIssuedOn),
          ),
          line('taxCode', producer.taxCode),
          line('foundedOn', producer.foundedOn && showDay(producer.foundedOn)),
          [t('producers:source.title'), t(`producers:source.${producer.source}`)],
        ]}
      />
    </Panel>
  )
}

function sensitiveLines(
  { representativeGender, representativeEthnicity }: Producer,
  line: (field: string, value: ComponentChildren) => readonly [string, ComponentChildren],
  t: ReturnType<typeof useView>['t'],
) {
  return [
    line('representativeGender', representativeGender && t(`producers:gender.${representativeGender}`)),
    line('representativePeople', representativeEthnicity?.name),
  ]
}

function phoneOf({ phone }: Producer): string {
  return (phone ?? '').replace(/[^\d+]/g, '')
}
