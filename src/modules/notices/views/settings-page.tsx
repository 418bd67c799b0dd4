import { dayOf } from '#platform/dates.ts'
import { Button, Note, Panel, RadioGroup, useView, WorkPage } from '#platform/ui/index.ts'
import { type MailChoice, mailChoices, type NoticeKind } from '../notice-kinds.ts'
import { PushPanel } from './push-panel.tsx'

interface SettingsPageProps {
  email: string | null
  /** How each kind comes; undefined where the form came back without a choice. */
  lines: readonly { kind: NoticeKind; mail: MailChoice | undefined }[]
  devices: readonly { id: string; device: string; addedAt: Date }[]
  /** Null where no push messages are sent. */
  pushKey: string | null
}

/** How a person is told. */
export function SettingsPage({ email, lines, devices, pushKey }: SettingsPageProps) {
  const { t } = useView()
  const options = mailChoices.map((value) => ({ value, label: t(`notices:choice.${value}`) }))
  const faulty = lines.some(({ mail }) => mail === undefined)
  return (
    <WorkPage
      title={t('notices:settings.title')}
      crumbs={[{ href: '/notices', label: t('notices:title') }, { label: t('notices:settings.title') }]}
    >
      <p class="mb-5 max-w-3xl text-ink-2">{t('notices:settings.lead')}</p>
      <div class="grid max-w-5xl items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <Panel
          title={t('notices:settings.mail')}
          lead={email ? t('notices:settings.mail_to', { email }) : undefined}
        >
          <form method="post" action="/notices/settings" class="space-y-5">
            {faulty && (
              <Note tone="error" role="alert">
                {t('notices:refusal.choice_missing')}
              </Note>
            )}
            {lines.map(({ kind, mail }) => (
              <RadioGroup
                key={kind}
                label={t(`notices:kind.${kind}`)}
                hint={t(`notices:kind_hint.${kind}`)}
                name={kind}
                value={mail}
                options={options}
                fault={mail === undefined ? t('notices:settings.choose') : undefined}
                inline
              />
            ))}
            <Button variant="primary">{t('notices:settings.submit')}</Button>
          </form>
        </Panel>
        {pushKey && (
          <PushPanel
            pushKey={pushKey}
            devices={devices.map(({ addedAt, ...device }) => ({ ...device, day: dayOf(addedAt) }))}
          />
        )}
      </div>
    </WorkPage>
  )
}
