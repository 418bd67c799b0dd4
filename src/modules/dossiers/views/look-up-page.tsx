import { Button, Icon, Note, PublicPage, TextInput, useView } from '#platform/ui/index.ts'
import { type LookedUp, LookUpResult } from './look-up-result.tsx'

interface LookUpPageProps {
  typed: string
  found?: LookedUp | undefined
  /** Why nothing is shown: the code cannot be one, no dossier has it, or there were too many wrong ones. */
  trouble?: 'no_code' | 'unknown' | 'too_many' | undefined
}

/** Where a household types the code of its receipt, without an account, and reads how its dossier stands. */
export function LookUpPage({ typed, found, trouble }: LookUpPageProps) {
  const { t } = useView()
  return (
    <PublicPage
      title={t('dossiers:page.look_up.title')}
      description={t('dossiers:page.look_up.lead')}
      robots={typed ? 'noindex' : undefined}
    >
      <div class="wrap max-w-xl pt-8">
        <h1 class="flex items-center gap-3 text-3xl">
          <Icon name="search" class="text-primary" />
          {t('dossiers:page.look_up.title')}
        </h1>
        <p class="mt-2 text-lg text-ink-2">{t('dossiers:page.look_up.lead')}</p>
        {trouble && trouble !== 'no_code' && (
          <Note tone="error" role="alert" class="mt-5">
            {t(`dossiers:page.look_up.trouble.${trouble}`)}
          </Note>
        )}
        {found && <LookUpResult found={found} />}
        <form action="/tra-cuu" class="panel noprint mt-6 p-5">
          <TextInput
            label={t('dossiers:page.look_up.code')}
            hint={t('dossiers:page.look_up.hint')}
            fault={trouble === 'no_code' ? t('dossiers:page.look_up.trouble.no_code') : undefined}
            name="code"
            value={typed}
            maxlength={40}
            required
            autocomplete="off"
            class="w-full text-xl font-semibold tracking-widest uppercase"
          />
          <Button type="submit" variant="primary" size="lg" class="mt-4 w-full">
            {t('dossiers:page.look_up.look')}
          </Button>
        </form>
      </div>
    </PublicPage>
  )
}
