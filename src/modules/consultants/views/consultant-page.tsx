import { showDay, showMoment } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  Facts,
  Panel,
  TextInput,
  Timeline,
  type Tone,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { DecisionOutcome } from '../consultant-fields.ts'
import type { ConsultantPageFacts } from '../read-consultant-page.ts'
import { ConsultantBadge, FieldWords } from './consultants-page.tsx'
import { MandateTable } from './mandate-table.tsx'
import { RatingList } from './rating-list.tsx'

type ConsultantPageProps = ConsultantPageFacts & {
  /** The address that could not be added, with why. */
  member?: { email: string; fault: string }
}

const icons: Readonly<Record<DecisionOutcome, string>> = {
  register: 'circle-check',
  decline: 'circle-x',
  suspend: 'circle-pause',
  resume: 'circle-play',
  remove: 'circle-x',
}

/** One consultant of the register: who they are, their training, what was decided, who works there, their mandates. */
export function ConsultantPage(props: ConsultantPageProps) {
  const { t } = useView()
  const { consultant, mandates, ratings, reads, keeps, outcomes } = props
  const list = reads
    ? { href: '/consultants', label: t('consultants:title') }
    : { href: '/portfolio', label: t('platform:nav.portfolio') }
  return (
    <WorkPage
      title={consultant.name}
      crumbs={[list, { label: consultant.name }]}
      aside={
        <span class="flex flex-wrap items-center gap-2">
          <ConsultantBadge state={consultant.state} />
          {consultant.isDemo && <DemoLabel />}
        </span>
      }
      actions={
        keeps && (
          <>
            <Button href={`/consultants/${consultant.id}/edit`} icon="pencil">
              {t('consultants:edit')}
            </Button>
            {outcomes.map((outcome, place) => (
              <Button
                key={outcome}
                href={`/consultants/${consultant.id}/decision?outcome=${outcome}`}
                icon={icons[outcome]}
                variant={place === 0 && outcome !== 'suspend' ? 'primary' : 'plain'}
              >
                {t(`consultants:outcome.${outcome}`)}
              </Button>
            ))}
          </>
        )
      }
    >
      <div class="grid items-start gap-5 lg:grid-cols-2">
        <div class="space-y-5">
          <WhoPanel {...props} />
          <MembersPanel {...props} />
        </div>
        <DecisionsPanel {...props} />
      </div>
      <Panel flush title={t('consultants:mandates.title')} class="mt-5">
        <MandateTable mandates={mandates} side="consultant" />
      </Panel>
      {ratings.length > 0 && <RatingList ratings={ratings} />}
    </WorkPage>
  )
}

function WhoPanel({ consultant, province }: ConsultantPageProps) {
  const { t } = useView()
  const { kind, fields, address, phone, email, taxCode, activeSince } = consultant
  const { trainingCourse, trainingIssuer, trainedOn, trainingFileId } = consultant
  const line = (field: string, value: string | null | undefined) =>
    [t(`consultants:field.${field}`), value || '–'] as const
  return (
    <Panel title={t('consultants:who')}>
      <Facts
        items={[
          line('kind', t(`consultants:kind.${kind}`)),
          [t('consultants:field.fields'), <FieldWords key="fields" fields={fields} />],
          line('unitId', province),
          line('activeSince', activeSince && showDay(activeSince)),
          line('address', address),
          line('phone', phone),
          line('email', email),
          line('taxCode', taxCode),
          line('trainingCourse', trainingCourse),
          line('trainingIssuer', trainingIssuer),
          line('trainedOn', showDay(trainedOn)),
          [
            t('consultants:training.file'),
            trainingFileId ? (
              <a key="file" class="lnk" href={`/consultants/${consultant.id}/training`}>
                {t('consultants:training.open')}
              </a>
            ) : (
              t('consultants:training.none')
            ),
          ],
        ]}
      />
    </Panel>
  )
}

function MembersPanel({ consultant, members, keeps, member }: ConsultantPageProps) {
  const { t } = useView()
  const open = consultant.state === 'active' || consultant.state === 'suspended'
  return (
    <Panel id="members" title={t('consultants:members.title')} lead={t('consultants:members.lead')}>
      {members.length === 0 && <p class="text-ink-2">{t('consultants:members.none')}</p>}
      <ul class="divide-y divide-line">
        {members.map(({ personId, name, email, joinedOn }) => (
          <li key={personId} class="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <b>{name}</b>
              <span class="block text-sm text-ink-2">
                {email} · {t('consultants:members.since', { day: joinedOn })}
              </span>
            </span>
            {keeps && (
              <form method="post" action={`/consultants/${consultant.id}/members/${personId}/removal`}>
                <Button size="sm" variant="ghost" icon="user-minus">
                  {t('consultants:members.remove')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {keeps && open && (
        <form
          method="post"
          action={`/consultants/${consultant.id}/members`}
          class="mt-4 flex flex-wrap items-end gap-3"
        >
          <TextInput
            name="email"
            type="email"
            label={t('consultants:members.email')}
            hint={t('consultants:members.email_hint')}
            value={member?.email ?? ''}
            fault={member?.fault}
            required
          />
          <Button icon="user-plus">{t('consultants:members.add')}</Button>
        </form>
      )}
    </Panel>
  )
}

const tones: Readonly<Record<DecisionOutcome, Tone>> = {
  register: 'success',
  decline: 'neutral',
  suspend: 'warning',
  resume: 'success',
  remove: 'error',
}

function DecisionsPanel({ consultant, decisions }: ConsultantPageProps) {
  const { t } = useView()
  const applied = {
    title: t('consultants:state.applied'),
    at: showMoment(consultant.createdAt),
    tone: 'info' as Tone,
  }
  return (
    <Panel title={t('consultants:decision.title')}>
      <Timeline
        items={[
          ...decisions.map(({ outcome, number, decidedOn, reason, by }) => ({
            title: t('consultants:decision.said', {
              what: t(`consultants:outcome_done.${outcome}`),
              number,
              day: decidedOn,
            }),
            at: showDay(decidedOn),
            by,
            detail: reason ?? undefined,
            tone: tones[outcome],
          })),
          ...(consultant.appliedBy ? [applied] : []),
        ]}
      />
    </Panel>
  )
}
