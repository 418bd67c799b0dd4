import { dayOf, showDay } from '#platform/dates.ts'
import { Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import type { ConflictsReading } from '../read-conflicts.ts'

/** Who has declared, who does not score what, and what the chair has to look at. */
export function ConflictsPage({ session, council, members, lines }: ConflictsReading) {
  const { t } = useView()
  const tied = lines.filter(({ recused }) => recused.length > 0)
  const alike = session.closed ? [] : lines.filter(({ hints }) => hints.length > 0)
  return (
    <WorkPage
      title={t('conflicts:overview.title')}
      crumbs={[
        { href: `/councils/${council.id}`, label: council.name },
        { href: `/sessions/${session.id}`, label: session.name },
        { label: t('conflicts:overview.title') },
      ]}
    >
      <div class="grid gap-5">
        <Panel flush title={t('conflicts:overview.members')}>
          <Table
            caption={t('conflicts:overview.members')}
            head={['member', 'position', 'declared'].map((name) => ({
              label: t(`conflicts:overview.${name}`),
            }))}
            rows={members.map(({ personId, name, position, declaredAt, waiting }) => [
              <b key="name">{name}</b>,
              t(`councils:position.${position}`),
              <span key="declared" class="grid justify-items-start gap-1">
                {declaredAt && t('conflicts:overview.declared_on', { day: showDay(dayOf(declaredAt)) })}
                {waiting > 0 && (
                  <span class="text-accent">{t('conflicts:overview.waiting', { count: waiting })}</span>
                )}
                {waiting > 0 && !session.closed && (
                  <a
                    class="lnk"
                    href={`/sessions/${session.id}/declaration?member=${encodeURIComponent(personId)}`}
                  >
                    {t('conflicts:overview.note_paper')}
                  </a>
                )}
              </span>,
            ])}
          />
        </Panel>
        {alike.length > 0 && (
          <Panel flush title={t('conflicts:overview.hints')} lead={t('conflicts:overview.hints_lead')}>
            <Table
              caption={t('conflicts:overview.hints')}
              head={['product', 'hint'].map((name) => ({ label: t(`conflicts:overview.${name}`) }))}
              rows={alike.map(({ dossierId, position, label, hints }) => [
                <a key="product" class="lnk" href={`/sessions/${session.id}/dossiers/${dossierId}`}>
                  {position}. {label?.product}
                </a>,
                <ul key="hint" class="grid gap-1">
                  {hints.map(({ name, hint }) => (
                    <li key={`${name} ${hint}`}>
                      {name}: {t(`conflicts:hint.${hint}`)}
                    </li>
                  ))}
                </ul>,
              ])}
            />
          </Panel>
        )}
        <Panel flush title={t('conflicts:overview.recused')}>
          {tied.length === 0 && <p class="p-4 lg:px-5">{t('conflicts:overview.nobody')}</p>}
          {tied.length > 0 && (
            <Table
              caption={t('conflicts:overview.recused')}
              head={['product', 'reason'].map((name) => ({ label: t(`conflicts:overview.${name}`) }))}
              rows={tied.map(({ dossierId, position, label, recused }) => [
                <a key="product" class="lnk" href={`/sessions/${session.id}/dossiers/${dossierId}`}>
                  {position}. {label?.product}
                </a>,
                <ul key="reason" class="grid gap-1">
                  {recused.map(({ name, reason, source }) => (
                    <li key={name}>
                      {name}: {reason}
                      {source && (
                        <span class="block text-sm text-ink-2">{t(`conflicts:source.${source}`)}</span>
                      )}
                    </li>
                  ))}
                </ul>,
              ])}
            />
          )}
        </Panel>
      </div>
    </WorkPage>
  )
}
