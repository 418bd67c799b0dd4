import { addDays, dayOf } from '#platform/dates.ts'
import { Button, Checkbox, DateInput, Note, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import { issueInWords, paperName } from '../offer-words.ts'
import type { PackToday } from '../read-packs.ts'
import { mostDays, type TypedShare } from '../share/share-form.ts'

interface ShareFormPageProps {
  today: PackToday
  typed: TypedShare
  faults: Partial<Record<keyof TypedShare, string>>
}

/** Before a link is made: what whoever holds it will read, said by name, and until when. */
export function ShareFormPage({ today: { pack, papers }, typed, faults }: ShareFormPageProps) {
  const { t, now } = useView()
  const here = `/buyer-packs/${pack.id}`
  const day = dayOf(now)
  const fault = (name: keyof TypedShare) => faults[name] && t(`buyer-packs:fault.${faults[name]}`)
  return (
    <WorkPage
      title={t('buyer-packs:share.begin')}
      crumbs={[
        { href: `/producers/${pack.producerId}/buyer-packs`, label: t('buyer-packs:title') },
        { href: here, label: pack.name },
        { label: t('buyer-packs:share.begin') },
      ]}
    >
      <form method="post" action={`${here}/share`} class="max-w-3xl space-y-5">
        {Object.keys(faults).length > 0 && (
          <Note tone="error" role="alert">
            {t('buyer-packs:refusal.faulty')}
          </Note>
        )}
        <Panel class="space-y-4">
          <Note tone="warning" title={t('buyer-packs:share.warning_title')}>
            <p>{t('buyer-packs:share.warning')}</p>
          </Note>
          <div>
            <h2 class="text-base">{t('buyer-packs:share.readable')}</h2>
            {papers.length === 0 && <p class="text-ink-2">{t('buyer-packs:no_papers')}</p>}
            <ul class="list-disc pl-5">
              {papers.map(({ paper, hasEnded }) => (
                <li key={paper.id}>
                  {[paperName(paper, t), issueInWords(paper, t)].filter(Boolean).join(', ')}
                  {hasEnded && ` (${t('buyer-packs:share.only_named')})`}
                </li>
              ))}
            </ul>
          </div>
          <DateInput
            name="endsOn"
            label={t('buyer-packs:share.ends_on')}
            hint={t('buyer-packs:share.ends_hint', { n: mostDays })}
            value={typed.endsOn}
            min={day}
            max={addDays(day, mostDays)}
            fault={fault('endsOn')}
            required
          />
          <Checkbox
            name="understood"
            label={t('buyer-packs:share.understood')}
            checked={typed.understood === 'on'}
            fault={fault('understood')}
            required
          />
        </Panel>
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="link">
            {t('buyer-packs:share.make')}
          </Button>
          <Button href={here} variant="ghost">
            {t('buyer-packs:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}
