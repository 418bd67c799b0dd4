import { criterionHref, type DeskEvidence, type DeskProps, fill } from '../../desk/desk-data.ts'
import { DeskIcon } from './desk-icon.tsx'

/** The papers of a criterion, then those of the dossier as a whole. */
export function papersOf({ data, state }: DeskProps): {
  own: DeskEvidence[]
  general: DeskEvidence[]
  current: DeskEvidence | undefined
} {
  const own = data.evidence.filter(({ criterion }) => criterion === state.criterion)
  const general = data.evidence.filter(({ criterion }) => criterion === null)
  const current = data.evidence.find(({ id }) => id === state.evidenceId) ?? own[0] ?? general[0]
  return { own, general, current }
}

/** The paper that is looked at, on the left of the sheet. */
export function EvidenceViewer(props: DeskProps) {
  const { data } = props
  const { general, current } = papersOf(props)
  const { words } = data
  return (
    <section
      class="panel overflow-hidden md:sticky md:top-6"
      aria-labelledby="evidence-head"
      id="evidence"
      tabIndex={-1}
    >
      <h2 id="evidence-head" class="sr-only">
        {words.evidence}
      </h2>
      <div class="flex flex-wrap items-center gap-1 border-b border-line px-3 py-2">
        <p class="flex min-w-0 flex-1 items-center gap-2 font-semibold">
          <DeskIcon
            data={data}
            name={current?.shown === 'picture' ? 'image' : 'file-text'}
            class="text-ink-2"
          />
          <span class="leading-snug">{current?.title ?? words.no_evidence}</span>
        </p>
        {current && (
          <a
            class="btn btn-ghost btn-square"
            href={current.href}
            target="_blank"
            rel="noopener"
            aria-label={words.open_evidence}
          >
            <DeskIcon data={data} name="maximize" />
          </a>
        )}
      </div>
      <div class="bg-base-200">
        {current ? (
          <Paper paper={current} words={words} />
        ) : (
          <p class="p-6 text-ink-2">{words.no_evidence_text}</p>
        )}
      </div>
      {general.length > 0 && (
        <div class="border-t border-line p-3">
          <p class="mb-2 text-sm font-semibold text-ink-2">
            {fill(words.general, { count: general.length })}
          </p>
          <ul class="flex flex-wrap gap-2">
            {general.map((paper) => (
              <li key={paper.id}>
                <EvidenceLink {...props} paper={paper} current={paper.id === current?.id} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {data.urls.appraisal && (
        <p class="border-t border-line p-3">
          <a class="lnk inline-flex min-h-11 items-center gap-2" href={data.urls.appraisal}>
            <DeskIcon data={data} name="file-text" />
            {words.appraisal}
          </a>
        </p>
      )}
      {data.filed.length > 0 && (
        <details class="border-t border-line p-3">
          <summary class="lnk min-h-11 content-center">{words.filed}</summary>
          <dl class="mt-3 grid gap-3">
            {data.filed.map(({ label, text }) => (
              <div key={label}>
                <dt class="font-semibold">{label}</dt>
                <dd class="whitespace-pre-line">{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

export function EvidenceLink({
  data,
  state,
  on,
  paper,
  current,
}: DeskProps & { paper: DeskEvidence; current: boolean }) {
  return (
    <a
      href={state.all ? paper.href : criterionHref(data, state.criterion, paper.id)}
      class="evidence min-h-11"
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        if (!on || state.all) return
        event.preventDefault()
        on.show(paper.id)
      }}
    >
      <DeskIcon data={data} name={paper.shown === 'picture' ? 'image' : 'file-text'} />
      <span>{paper.title}</span>
    </a>
  )
}

function Paper({ paper, words }: { paper: DeskEvidence; words: DeskProps['data']['words'] }) {
  if (paper.shown === 'picture')
    return (
      <img
        class="mx-auto max-h-72 max-w-full md:max-h-[calc(100dvh-19rem)]"
        src={paper.href}
        alt={paper.title}
        loading="lazy"
      />
    )
  if (paper.shown === 'pdf')
    return (
      <iframe
        key={paper.id}
        class="block h-72 w-full bg-sheet md:h-[calc(100dvh-19rem)] md:min-h-96"
        src={`${paper.href}#navpanes=0&view=FitH`}
        title={paper.title}
        loading="lazy"
      />
    )
  return (
    <p class="p-6">
      <a class="lnk" href={paper.href} download>
        {words.download}
      </a>
    </p>
  )
}
