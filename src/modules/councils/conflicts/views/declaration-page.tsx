import { showDay } from '#platform/dates.ts'
import { Button, EmptyState, Note, Panel, Select, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import type { TypedDeclaration } from '../declaration-form.ts'
import type { DeclarationLine, DeclarationReading } from '../read-declaration.ts'
import { ties } from '../relations.ts'

interface DeclarationPageProps extends Pick<DeclarationReading, 'member' | 'undeclared' | 'declared'> {
  session: { id: string; name: string; heldOn: string; closed: boolean }
  council: { id: string; name: string }
  /** The dossier that was to be opened. */
  dossierId: string
  typed: TypedDeclaration | undefined
  message: string | undefined
}

/** A member's declaration of interests: every product on the agenda, and the word that nothing else ties them. */
export function DeclarationPage(props: DeclarationPageProps) {
  const { t } = useView()
  const { session, council, member, undeclared, declared, message, dossierId } = props
  const open = !session.closed && undeclared.length > 0
  return (
    <WorkPage
      title={t('conflicts:title')}
      crumbs={[
        { href: `/councils/${council.id}`, label: council.name },
        { href: `/sessions/${session.id}`, label: session.name },
        { label: t('conflicts:title') },
      ]}
    >
      <form method="post" action={`/sessions/${session.id}/declaration`} class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <p class="max-w-prose">
          {t(member.own ? 'conflicts:lead' : 'conflicts:lead_other', {
            name: member.name,
            session: session.name,
            day: showDay(session.heldOn),
          })}
        </p>
        {!member.own && <input type="hidden" name="member" value={member.personId} />}
        <input type="hidden" name="dossier" value={dossierId} />
        {open && <Undeclared {...props} />}
        {undeclared.length === 0 && declared.length === 0 && (
          <Panel>
            <EmptyState icon="clipboard-check" title={t('conflicts:nothing')} />
          </Panel>
        )}
        {declared.length > 0 && <Declared {...props} />}
        <div class="flex flex-wrap gap-3">
          {!session.closed && (
            <Button variant="primary">{t(open ? 'conflicts:submit' : 'conflicts:submit_more')}</Button>
          )}
          <Button href={`/sessions/${session.id}`}>{t('conflicts:back')}</Button>
        </div>
      </form>
    </WorkPage>
  )
}

function Undeclared({ undeclared, typed }: DeclarationPageProps) {
  const { t } = useView()
  return (
    <Panel flush title={t('conflicts:to_declare', { count: undeclared.length })}>
      <ol class="divide-y divide-line">
        {undeclared.map((line) => (
          <li key={line.item.dossierId} class="grid gap-3 p-4 lg:grid-cols-2 lg:px-5">
            <input type="hidden" name="seen" value={line.item.dossierId} />
            <Product line={line} />
            <TieFields line={line} typed={typed} />
          </li>
        ))}
      </ol>
      <label class="flex min-h-11 items-start gap-3 border-t border-line p-4 font-semibold lg:px-5">
        <input
          type="checkbox"
          class="checkbox checkbox-primary mt-0.5"
          name="noneElse"
          checked={typed?.noneElse ?? false}
        />
        {t('conflicts:none_else')}
      </label>
    </Panel>
  )
}

function Declared({ declared, session, typed }: DeclarationPageProps) {
  const { t } = useView()
  return (
    <Panel
      flush
      title={t('conflicts:already', { count: declared.length })}
      lead={t('conflicts:declared_lead')}
    >
      <ol class="divide-y divide-line">
        {declared.map((line) => (
          <li key={line.item.dossierId} class="grid gap-3 p-4 lg:grid-cols-2 lg:px-5">
            <div class="grid content-start gap-1">
              <Product line={line} />
              {line.declared.map(({ relation, note }) => (
                <span key={relation}>
                  {t(`conflicts:relation.${relation}`)}
                  {note && `: ${note}`}
                </span>
              ))}
            </div>
            {!session.closed && line.recusedBecause === null && (
              <details open={typed?.ties.some(({ dossierId }) => dossierId === line.item.dossierId)}>
                <summary class="lnk">{t('conflicts:add')}</summary>
                <div class="mt-2">
                  <TieFields line={line} typed={typed} />
                </div>
              </details>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Product({ line: { item, label, recusedBecause } }: { line: DeclarationLine }) {
  const { t } = useView()
  return (
    <span>
      <b>
        {item.position}. {label?.product}
      </b>
      <span class="block text-ink-2">{label?.producer}</span>
      {recusedBecause && (
        <span class="block text-sm text-accent">{t('conflicts:recused', { reason: recusedBecause })}</span>
      )}
    </span>
  )
}

function TieFields({
  line: { item },
  typed,
}: {
  line: DeclarationLine
  typed: TypedDeclaration | undefined
}) {
  const { t } = useView()
  const chosen = typed?.ties.find(({ dossierId }) => dossierId === item.dossierId)
  return (
    <span class="grid gap-3 sm:grid-cols-2">
      <Select
        id={`tie-${item.dossierId}`}
        label={t('conflicts:tie')}
        name={`tie:${item.dossierId}`}
        empty={t('conflicts:relation.none')}
        value={chosen?.relation}
        options={ties.map((value) => ({ value, label: t(`conflicts:relation.${value}`) }))}
      />
      <TextInput
        id={`note-${item.dossierId}`}
        label={t('conflicts:note')}
        name={`note:${item.dossierId}`}
        value={chosen?.note}
      />
    </span>
  )
}
