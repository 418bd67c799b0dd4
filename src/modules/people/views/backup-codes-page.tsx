import { Button, Note, Panel, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'

/** The backup codes, shown this once. */
export function BackupCodesPage({ codes, justOn }: { codes: readonly string[]; justOn?: boolean }) {
  const { t } = useView()
  return (
    <WorkPage title={t('people:two_factor.codes_title')}>
      <div class="max-w-2xl space-y-5">
        {justOn && (
          <Note tone="success" role="status">
            {t('people:done.two_factor_on')}
          </Note>
        )}
        <Panel class="space-y-4">
          <p>{t('people:two_factor.codes')}</p>
          <ul class="grid gap-2 font-mono text-lg sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </Panel>
        <Button href="/account" variant="primary">
          {t('people:two_factor.done')}
        </Button>
      </div>
    </WorkPage>
  )
}
