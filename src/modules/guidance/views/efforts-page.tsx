import { Button, Panel, StatusBadge, Table, useView } from '#platform/ui/index.ts'
import { criterionKinds } from '../criterion-kinds.ts'
import type { FiguresOf } from '../effort-store.ts'
import { GuidanceFrame } from './guidance-frame.tsx'

interface EffortsPageProps {
  figures: FiguresOf
  province: string
  mayKeep: boolean
}

/** What each kind of criterion takes in the province, and whose figures these are. */
export function EffortsPage({ figures, province, mayKeep }: EffortsPageProps) {
  const { t } = useView()
  const head = ['kind', 'levels', 'source', ''] as const
  return (
    <GuidanceFrame
      part="efforts"
      title={t('guidance:efforts.title')}
      actions={
        <>
          <Button href="/guidance/efforts.xlsx" icon="file-spreadsheet" download>
            {t('guidance:plan.excel')}
          </Button>
          {mayKeep && (
            <Button href="/guidance/effort-list" icon="file-up">
              {t('guidance:list.title')}
            </Button>
          )}
          <Button href="/guidance/sets" icon="list-checks">
            {t('guidance:criterion.title')}
          </Button>
        </>
      }
    >
      <p class="max-w-3xl text-ink-2">{t('guidance:efforts.lead', { province })}</p>
      <Panel flush>
        <Table
          caption={t('guidance:efforts.title')}
          head={head
            .filter((key) => key !== '' || mayKeep)
            .map((key) => ({ label: key && t(`guidance:efforts.${key}`) }))}
          rows={criterionKinds.map((kind) => {
            const { levels, version, fixed } = figures(kind)
            return [
              <b key="kind">{t(`guidance:kind.${kind}`)}</b>,
              <ol key="levels">
                {levels.map(({ months, cost }, at) => (
                  <li key={at} class="lg:whitespace-nowrap">
                    {t('guidance:efforts.level', { no: at + 1, months, cost })}
                  </li>
                ))}
              </ol>,
              <span key="source" class="flex flex-wrap gap-2">
                <StatusBadge tone={version > 0 ? 'success' : 'neutral'}>
                  {t(version > 0 ? 'guidance:efforts.own' : 'guidance:efforts.estimate')}
                </StatusBadge>
                {fixed && <StatusBadge tone="warning">{t('guidance:efforts.fixed')}</StatusBadge>}
              </span>,
              ...(mayKeep
                ? [
                    <Button key="edit" href={`/guidance/efforts/${kind}`} size="sm">
                      {t('guidance:efforts.edit')}
                    </Button>,
                  ]
                : []),
            ]
          })}
        />
      </Panel>
    </GuidanceFrame>
  )
}
