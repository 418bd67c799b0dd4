import { Note, Table, useView } from '#platform/ui/index.ts'
import type { ReportContent } from '../report/report-content.ts'

interface TheirVersionProps {
  content: ReportContent
  by: string
  at: string
  mine: ReportContent
}

/** What somebody else saved while this form was filled in, beside what was typed here; only where the two differ. */
export function TheirVersion({ content, by, at, mine }: TheirVersionProps) {
  const { t } = useView()
  const differing = (Object.keys(mine) as (keyof ReportContent)[]).filter(
    (name) => mine[name] !== content[name],
  )
  return (
    <section class="panel mb-5 overflow-hidden" aria-labelledby="theirs-head">
      <div class="p-4 lg:px-5">
        <h2 id="theirs-head" class="text-lg">
          {t('appraisal:conflict.title')}
        </h2>
        <p class="text-ink-2">{t('appraisal:conflict.lead', { name: by, at })}</p>
      </div>
      {differing.length === 0 ? (
        <Note tone="info" class="m-4">
          {t('appraisal:conflict.same')}
        </Note>
      ) : (
        <Table
          caption={t('appraisal:conflict.title')}
          head={['field', 'theirs', 'mine'].map((key) => ({ label: t(`appraisal:conflict.${key}`) }))}
          rows={differing.map((name) => [
            t(`appraisal:report.field.${name}`),
            <span key="theirs" class="whitespace-pre-line">
              {content[name] || '—'}
            </span>,
            <span key="mine" class="whitespace-pre-line">
              {mine[name] || '—'}
            </span>,
          ])}
        />
      )}
    </section>
  )
}
