import { Button, Note, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import type { Happening } from '../read-dossier-file.ts'
import type { DossierState } from '../workflow.ts'
import { Happenings } from './history-panel.tsx'
import { StateBadge } from './state-badge.tsx'

/** Something that was typed into a form, with the name of its field. */
export interface TypedText {
  label: string
  text: string
}

interface ConflictPageProps {
  dossier: { id: string; code: string; state: DossierState }
  message: string
  history: readonly Happening[]
  typed: readonly TypedText[]
  list: string
}

/** Two people worked at one dossier: what the other did, and what this one had typed. */
export function ConflictPage({ dossier, message, history, typed, list }: ConflictPageProps) {
  const { t } = useView()
  const title = t('dossiers:page.desk.conflict.title')
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: `/dossiers/${dossier.id}`, label: dossier.code }, { label: title }]}
      aside={<StateBadge state={dossier.state} />}
    >
      <div class="max-w-3xl space-y-6">
        <Note tone="warning" role="alert" title={message}>
          {t('dossiers:page.desk.conflict.lead')}
        </Note>
        <Panel title={t('dossiers:page.desk.conflict.done')}>
          <Happenings history={history} />
        </Panel>
        {typed.length > 0 && (
          <Panel
            title={t('dossiers:page.desk.conflict.typed')}
            lead={t('dossiers:page.desk.conflict.typed_text')}
          >
            <dl class="space-y-3">
              {typed.map(({ label, text }, place) => (
                <div key={place}>
                  <dt class="font-semibold">{label}</dt>
                  <dd class="whitespace-pre-line">{text || t('dossiers:page.desk.conflict.empty')}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        )}
        <div class="flex flex-wrap gap-3">
          <Button href={`/dossiers/${dossier.id}`} variant="primary">
            {t('dossiers:page.desk.conflict.open')}
          </Button>
          <Button href={list}>{t('dossiers:page.desk.conflict.list')}</Button>
        </div>
      </div>
    </WorkPage>
  )
}
