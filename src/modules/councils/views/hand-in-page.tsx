import { Button, Facts, Mark, Note, Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import { criterionHref, type DeskData, type DeskState } from '../desk/desk-data.ts'
import { tallyOf } from '../desk/tally.ts'
import { unexplained } from '../discussion/changed-codes.ts'

interface HandInPageProps {
  data: DeskData
  state: DeskState
  fault?: string | undefined
}

/** What the sheet comes to and what it lacks, before it goes in for good. */
export function HandInPage({ data, state, fault }: HandInPageProps) {
  const { t } = useView()
  const tally = tallyOf(data.form, state.answers)
  const complete = tally.missing.length === 0
  const explain = data.earlier ? unexplained(data.earlier.answers, state.answers, state.reasons) : []
  const crumbs = [
    { href: '/my-scoring', label: t('councils:mine.title') },
    { href: data.urls.sheet, label: data.title },
    { label: t('councils:hand_in.title') },
  ]
  return (
    <WorkPage title={t('councils:hand_in.title')} crumbs={crumbs}>
      <div class="grid gap-5">
        {fault && (
          <Note tone="error" role="alert">
            {fault}
          </Note>
        )}
        {data.closedNote && <Note tone="info">{data.closedNote}</Note>}
        <Panel title={data.title} lead={data.lead}>
          <Facts
            items={[
              ...tally.parts.map(
                ({ code, points, max }) =>
                  [t('councils:hand_in.part', { code }), `${points}/${max}`] as const,
              ),
              [t('councils:hand_in.total'), <b key="total">{tally.total}/100</b>],
            ]}
          />
          <Marks data={data} state={state} />
        </Panel>
        {explain.length > 0 && <Unexplained data={data} codes={explain} />}
        {!complete && <Missing data={data} codes={tally.missing} />}
        {data.writable && (
          <Panel title={t('councils:hand_in.final')}>
            <p>{t(complete ? 'councils:hand_in.final_text' : 'councils:hand_in.not_yet')}</p>
            <form method="post" action={data.urls.handIn} class="mt-4 flex flex-wrap gap-3">
              <input type="hidden" name="version" value={state.version} />
              <Button variant="primary" disabled={!complete || explain.length > 0}>
                {t('councils:hand_in.submit')}
              </Button>
              <Button href={data.urls.sheet}>{t('councils:hand_in.back')}</Button>
            </form>
          </Panel>
        )}
      </div>
    </WorkPage>
  )
}

function Marks({ data, state }: HandInPageProps) {
  const { t } = useView()
  const { ranks } = tallyOf(data.form, state.answers)
  const missed = ranks.filter(({ missed }) => missed.length > 0)
  if (missed.length === 0) return null
  return (
    <ul class="mt-4 grid gap-2">
      {missed.map(({ rank, missed }) => (
        <li key={rank} class="flex flex-wrap items-center gap-2">
          <Mark rank={rank} met={false} />
          <span>{t('councils:hand_in.missed', { codes: missed.join(', ') })}</span>
        </li>
      ))}
    </ul>
  )
}

function Unexplained({ data, codes }: { data: DeskData; codes: readonly string[] }) {
  const { t } = useView()
  return (
    <Panel title={t('discussion:to_explain', { count: codes.length })}>
      <p>{t('discussion:to_explain_text')}</p>
      <ul class="mt-2 flex flex-wrap gap-3">
        {codes.map((code) => (
          <li key={code}>
            <a class="lnk" href={criterionHref(data, code)}>
              {code}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Missing({ data, codes }: { data: DeskData; codes: readonly string[] }) {
  const { t } = useView()
  const criteria = data.form.criteria.filter(({ code }) => codes.includes(code))
  return (
    <Panel flush title={t('councils:hand_in.lacks', { count: codes.length })}>
      <Table
        caption={t('councils:hand_in.lacks', { count: codes.length })}
        head={[{ label: t('councils:hand_in.criterion') }, { label: t('councils:hand_in.section') }]}
        rows={criteria.map(({ code, name, section }) => [
          <a key={code} class="lnk" href={criterionHref(data, code)}>
            {code} {name}
          </a>,
          section,
        ])}
      />
    </Panel>
  )
}
