import type { PaperWithPages } from '#modules/producers/index.ts'
import { showDay } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  Facts,
  Icon,
  Note,
  Panel,
  useView,
  ViewingArea,
  viewable,
  WorkPage,
} from '#platform/ui/index.ts'
import type { VaultPaper } from '../read-vault.ts'
import { HeldBy, PaperStanding, Weakens } from './paper-words.tsx'

/** One paper: what it is, its pages, its issues, where it is cited. */
export function VaultPaperPage({ file }: { file: VaultPaper }) {
  const { t } = useView()
  const { paper, producer, status, changeable } = file
  const kind = t(`producers:paper.${paper.kind}`)
  const vault = `/producers/${producer.id}/papers`
  const here = `${vault}/${paper.id}`
  return (
    <WorkPage
      title={paper.title || kind}
      crumbs={[
        { href: `/producers/${producer.id}`, label: producer.name },
        { href: vault, label: t('dossiers:page.vault.title') },
        { label: kind },
      ]}
      aside={
        <>
          <PaperStanding status={status} validTo={paper.validTo} />
          {producer.isDemo && <DemoLabel />}
        </>
      }
      actions={
        changeable && (
          <>
            <Button href={`${here}/edit`} icon="pencil">
              {t('producers:edit')}
            </Button>
            {status !== 'replaced' && (
              <Button href={`${here}/newer`} variant="primary" icon="file-plus">
                {t('producers:papers.newer')}
              </Button>
            )}
          </>
        )
      }
    >
      <WeakNote file={file} />
      <ViewingArea>
        <div class="grid items-start gap-5 lg:not-group-data-open/viewing:grid-cols-2">
          <Panel title={t('dossiers:page.vault.what')}>
            <PaperFacts paper={paper} />
            <Issues file={file} />
          </Panel>
          <div class="space-y-5">
            <PagesPanel paper={paper} />
            <CitedPanel {...file} />
            {changeable && <RemovalPanel file={file} action={`${here}/removal`} />}
          </div>
        </div>
      </ViewingArea>
    </WorkPage>
  )
}

function WeakNote({ file: { weakens, weakensLater } }: { file: VaultPaper }) {
  const { t } = useView()
  if (weakens.length + weakensLater.length === 0) return null
  return (
    <Note tone="warning" class="mb-5" title={t('dossiers:page.vault.weak_title')}>
      <Weakens {...{ weakens, weakensLater }} />
    </Note>
  )
}

function PaperFacts({ paper }: { paper: PaperWithPages }) {
  const { t } = useView()
  const { kind, number, issuer, issuedOn, validTo, note } = paper
  const line = (field: string, value: string | null) =>
    [
      t(`producers:papers.field.${field}`),
      value || <span class="text-ink-2">{t('producers:unknown')}</span>,
    ] as const
  return (
    <Facts
      items={[
        line('kind', t(`producers:paper.${kind}`)),
        line('number', number),
        line('issuer', issuer),
        line('issuedOn', issuedOn && showDay(issuedOn)),
        line('validTo', validTo ? showDay(validTo) : t('dossiers:page.vault.status.endless')),
        ...(note
          ? [
              [
                t('producers:papers.field.note'),
                <span key="n" class="whitespace-pre-line">
                  {note}
                </span>,
              ] as const,
            ]
          : []),
      ]}
    />
  )
}

/** The newer issue, and the ones before. */
function Issues({ file: { newer, earlier } }: { file: VaultPaper }) {
  const { t } = useView()
  const named = ({ number, title, issuedOn, id, producerId }: PaperWithPages) => (
    <a class="lnk" href={`/producers/${producerId}/papers/${id}`}>
      {[number || title, issuedOn && showDay(issuedOn)].filter(Boolean).join(' · ') ||
        t('dossiers:page.vault.an_issue')}
    </a>
  )
  if (!newer && earlier.length === 0) return null
  return (
    <div class="mt-4 border-t border-line pt-3">
      {newer && (
        <p>
          {t('dossiers:page.vault.replaced_by')} {named(newer)}
        </p>
      )}
      {earlier.length > 0 && (
        <>
          <h3 class="text-base font-semibold">{t('dossiers:page.vault.earlier')}</h3>
          <ul class="list-disc pl-6">
            {earlier.map((paper) => (
              <li key={paper.id}>{named(paper)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function PagesPanel({ paper: { pages } }: { paper: PaperWithPages }) {
  const { t } = useView()
  return (
    <Panel title={t('dossiers:page.vault.pages_title')}>
      {pages.length === 0 ? (
        <p class="text-ink-2">{t('dossiers:page.vault.no_file_text')}</p>
      ) : (
        <ol class="space-y-1">
          {pages.map(({ fileId, position, name, contentType }) => (
            <li key={position}>
              <a
                class="lnk inline-flex min-h-11 items-center gap-2"
                href={`/files/${fileId}`}
                {...viewable(contentType)}
              >
                <Icon name={contentType.startsWith('image/') ? 'image' : 'file-text'} />
                <span class="min-w-0 break-words">
                  {pages.length > 1 && `${position}. `}
                  {name}
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

function CitedPanel({ citations, heldBy }: Pick<VaultPaper, 'citations' | 'heldBy'>) {
  const { t } = useView()
  return (
    <Panel title={t('dossiers:page.vault.cited_title')}>
      {citations.length === 0 && <p class="text-ink-2">{t('dossiers:page.vault.not_cited')}</p>}
      <ul class="divide-y divide-line">
        {citations.map(({ evidenceId, dossierId, code, productName, state, criterion, paperKind }) => (
          <li key={evidenceId} class="py-2 first:pt-0">
            <a class="lnk" href={`/dossiers/${dossierId}/evidence`}>
              {code} {productName}
            </a>
            <span class="block text-sm text-ink-2">
              {[
                t(`dossiers:state.${state}`),
                criterion && t('dossiers:page.vault.criterion', { code: criterion }),
                paperKind && t(`dossiers:paper.${paperKind}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <HeldBy heldBy={heldBy} />
    </Panel>
  )
}

/** Removing asks first, without a script: what will happen stands beside the button. */
function RemovalPanel({ file, action }: { file: VaultPaper; action: string }) {
  const { t } = useView()
  const drafts = file.citations.filter(({ submittedAt }) => submittedAt === null)
  const names = file.heldBy.map(({ name }) => name).join(', ')
  if (file.isFrozen) return <p class="text-sm text-ink-2">{t('dossiers:page.vault.stays')}</p>
  return (
    <details class="noprint">
      <summary class="lnk inline-flex min-h-11 items-center gap-2">
        <Icon name="trash-2" />
        {t('producers:papers.remove')}
      </summary>
      <form method="post" action={action} class="pb-2">
        <p class="mb-2">
          {t('producers:papers.remove_sure')}
          {drafts.length > 0 && ` ${t('dossiers:page.vault.remove_from_drafts', { n: drafts.length })}`}
          {names && ` ${t('dossiers:page.vault.remove_from_holders', { names })}`}
        </p>
        <Button variant="danger" size="sm">
          {t('producers:papers.remove')}
        </Button>
      </form>
    </details>
  )
}
