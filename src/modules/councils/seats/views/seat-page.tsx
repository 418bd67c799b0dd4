import {
  Button,
  Facts,
  Note,
  Panel,
  RadioGroup,
  Select,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { SeatReading } from '../read-seat.ts'
import type { TypedChange } from '../typed-change.ts'
import { DecisionFields } from './decision-fields.tsx'

interface SeatPageProps extends Pick<SeatReading, 'seat' | 'possible' | 'candidates'> {
  council: { id: string; name: string; replacedSheets: 'void' | 'keep' }
  today: string
  typed?: TypedChange | undefined
  message?: string | undefined
}

/** A member of a council: replaced, released, or given the chair in mid-course, by decision. */
export function SeatPage({ council, seat, possible, candidates, today, typed, message }: SeatPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('seats:title', { name: seat.name })}
      crumbs={[
        { href: '/councils', label: t('councils:list.title') },
        { href: `/councils/${council.id}`, label: council.name },
        { label: seat.name },
      ]}
    >
      <div class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <Panel>
          <Facts
            items={[
              [t('councils:council.position'), t(`councils:position.${seat.position}`)],
              [t('councils:council.organisation'), seat.organisation],
              [t('councils:council.scores'), t(seat.scores ? 'councils:yes' : 'councils:no')],
            ]}
          />
        </Panel>
        <Panel title={t('seats:form')} lead={t(`seats:sheets.${council.replacedSheets}`)}>
          <form
            method="post"
            action={`/councils/${council.id}/members/${encodeURIComponent(seat.personId)}/change`}
            class="grid gap-4"
          >
            <RadioGroup
              label={t('seats:change')}
              name="change"
              value={typed?.change ?? possible[0]}
              options={possible.map((value) => ({ value, label: t(`seats:changes.${value}`) }))}
            />
            <div class="grid gap-4 sm:grid-cols-2">
              <Select
                label={t('seats:successor')}
                hint={t('seats:successor_hint')}
                name="successorId"
                empty={t('seats:nobody')}
                value={typed?.successorId}
                options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <TextInput
                label={t('councils:new.organisation')}
                name="organisation"
                value={typed?.organisation ?? seat.organisation}
              />
              <DecisionFields typed={typed?.decision} today={today} />
            </div>
            <div>
              <Button variant="primary">{t('seats:submit')}</Button>
            </div>
          </form>
        </Panel>
      </div>
    </WorkPage>
  )
}
