import { traceInWords } from '#modules/regulation/index.ts'
import { showTime } from '#platform/dates.ts'
import { Document, IslandScript, showScore, useView } from '#platform/ui/index.ts'
import { AgendaBadge } from '../../views/session-badge.tsx'
import type { CalledProduct, OnStage, ScreenReading } from '../read-screen.ts'
import { SpreadChart } from './spread-chart.tsx'

/** What a projector shows in the room, large enough for its last row; it follows the session by itself. */
export function ScreenPage(reading: ScreenReading) {
  const { t } = useView()
  const { session, onStage, next, done, count, inRoom, members } = reading
  return (
    <Document title={t('screen:title', { session: session.name })} bodyClass="bg-base-200" refresh={10}>
      <main
        id="main"
        tabIndex={-1}
        class="mx-auto grid min-h-dvh max-w-[110rem] content-start gap-6 p-4 lg:p-10"
      >
        <header class="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 text-ink-2 lg:text-2xl">
          <p>{session.name}</p>
          <p>{t('screen:progress', { done, count, inRoom, members })}</p>
        </header>
        {onStage ? <Stage {...onStage} /> : <h1 class="text-3xl lg:text-5xl">{t('screen:nothing')}</h1>}
        {next.length > 0 && <Next next={next} />}
      </main>
      <IslandScript name="session-screen" />
    </Document>
  )
}

function Stage(on: OnStage) {
  const { t } = useView()
  const { called, picture, line, stage, set, spread, result } = on
  const blind = called.producer === null
  return (
    <>
      <section class="panel grid items-center gap-6 p-5 lg:grid-cols-[minmax(0,1fr)_auto] lg:p-10">
        <div>
          <p class="text-ink-2 lg:text-2xl">
            {t('screen:place', { position: called.position })}
            {blind ? ` · ${t('screen:blind')}` : ''}
          </p>
          <h1 class="text-4xl leading-tight lg:text-7xl">{called.name}</h1>
          {!blind && <p class="mt-2 text-xl lg:text-3xl">{called.producer}</p>}
          {!blind && <p class="mt-1 text-ink-2 lg:text-2xl">{set.nameVi}</p>}
          <p class="mt-4 flex flex-wrap items-center gap-4 lg:text-2xl">
            <AgendaBadge status={line.item.status} />
            {line.item.round > 1 && t('councils:session.round', { round: line.item.round })}
            {line.item.status !== 'closed' && (
              <span>
                {t('screen:since', { at: showTime(stage.calledAt) })}{' '}
                <b data-since={stage.calledAt.toISOString()} />
              </span>
            )}
          </p>
        </div>
        {picture && <img class="max-h-72 rounded-box" src={picture} alt="" />}
      </section>
      {line.item.status === 'scoring' && <Sheets line={line} />}
      {spread.length > 0 && <SpreadChart set={set} spread={spread} />}
      {result && <Result result={result} />}
    </>
  )
}

/** How many sheets are in, as dots without names, and what the quorum asks. */
function Sheets({ line }: Pick<OnStage, 'line'>) {
  const { t } = useView()
  const { quorum, handedIn, awaited } = line
  const dots = Array.from({ length: handedIn + awaited }, (_, place) => place < handedIn)
  return (
    <section class="panel p-5 lg:p-8">
      <h2 class="text-xl lg:text-3xl">{t('screen:sheets', { ...quorum })}</h2>
      <p class="mt-4 flex flex-wrap gap-3" aria-hidden="true">
        {dots.map((full, place) => (
          <span
            key={place}
            class={full ? 'size-8 rounded-full bg-primary' : 'size-8 rounded-full border-2 border-ink-2'}
          />
        ))}
      </p>
      <p class="mt-4 text-ink-2 lg:text-xl">{t('attendance:quorum', { ...quorum })}</p>
    </section>
  )
}

function Result({ result }: { result: NonNullable<OnStage['result']> }) {
  const { t, locale } = useView()
  const { outcome, stars, average, trace } = result
  return (
    <section class="panel p-5 lg:p-8">
      <h2 class="text-3xl text-primary lg:text-6xl">
        {outcome === 'ranked' ? t('councils:stars', { count: stars }) : t('councils:result.rejected')}
        {average !== null && <span class="text-ink-2">, {showScore(average, locale)}</span>}
      </h2>
      <p class="mt-1 text-ink-2 lg:text-xl">{t('councils:result.not_yet')}</p>
      <ul class="mt-4 grid gap-1 lg:text-2xl">
        {traceInWords(trace, locale).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  )
}

function Next({ next }: { next: readonly CalledProduct[] }) {
  const { t } = useView()
  return (
    <section>
      <h2 class="text-xl text-ink-2 lg:text-2xl">{t('screen:next')}</h2>
      <ol class="mt-2 grid gap-1 lg:text-2xl">
        {next.map(({ position, name, producer }) => (
          <li key={position}>
            {position}. <b>{name}</b>
            {producer && <span class="text-ink-2">, {producer}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
