import { showMoment } from '#platform/dates.ts'
import {
  Button,
  FileInput,
  Note,
  Panel,
  Select,
  StatusBadge,
  Table,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { DocumentSignature } from '../document-store.ts'
import type { FiledDocument } from '../enter-file.ts'

export interface Returned {
  form: 'password' | 'file'
  message: string
  documentId?: string
}

interface SessionFilePageProps {
  session: { id: string; name: string }
  documents: readonly FiledDocument[]
  hidden: number
  complete: boolean
  /** Those that await the reader's signature. */
  awaited: readonly FiledDocument[]
  /** What stands for all of those together. */
  digest: string
  returned?: Returned | undefined
}

/** The documents of a closed session, who signed them, and for those who sign the two ways to do so. */
export function SessionFilePage(props: SessionFilePageProps) {
  const { t } = useView()
  const { session, documents, hidden, complete, awaited } = props
  const missing = documents.flatMap(({ signatures }) => signatures.filter(({ signedAt }) => !signedAt)).length
  const sheets = documents.filter(({ kind }) => kind === 'sheet')
  const signed = documents.filter(({ kind }) => kind !== 'sheet')
  return (
    <WorkPage
      title={t('documents:title')}
      crumbs={[
        { href: '/councils', label: t('councils:list.title') },
        { href: `/sessions/${session.id}`, label: session.name },
        { label: t('documents:title') },
      ]}
      actions={
        <Button href={`/sessions/${session.id}/documents.zip`} icon="download" download>
          {t('documents:zip')}
        </Button>
      }
    >
      <div class="grid gap-5">
        <Note tone={complete ? 'success' : 'warning'}>
          {complete ? t('documents:complete') : t('documents:incomplete', { count: missing })}
        </Note>
        <p class="max-w-prose text-ink-2">{t('documents:lead')}</p>
        {awaited.length > 0 && <SignForm {...props} />}
        <DocumentTable title={t('documents:group.signed')} session={session} documents={signed} />
        {awaited.length > 0 && <OutsideForm {...props} />}
        <DocumentTable title={t('documents:group.sheets')} session={session} documents={sheets} />
        {hidden > 0 && <p class="text-ink-2">{t('documents:hidden', { count: hidden })}</p>}
      </div>
    </WorkPage>
  )
}

function SignForm({ session, awaited, digest, returned }: SessionFilePageProps) {
  const { t } = useView()
  const count = awaited.length
  return (
    <Panel id="sign" title={t('documents:sign.title')} lead={t('documents:sign.lead', { count })}>
      <form
        method="post"
        action={`/sessions/${session.id}/documents/signatures`}
        class="flex max-w-md flex-col gap-3"
      >
        <input type="hidden" name="digest" value={digest} />
        <TextInput
          label={t('documents:sign.password')}
          hint={t('documents:sign.hint')}
          name="password"
          type="password"
          autocomplete="current-password"
          required
          fault={returned?.form === 'password' ? returned.message : undefined}
        />
        <div>
          <Button variant="primary" icon="signature">
            {t('documents:sign.button', { count })}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function OutsideForm({ session, awaited, returned }: SessionFilePageProps) {
  const { t } = useView()
  const failed = returned?.form === 'file' ? returned : undefined
  return (
    <Panel title={t('documents:outside.title')}>
      <details open={failed !== undefined}>
        <summary class="lnk">{t('documents:outside.button')}</summary>
        <p class="my-3 max-w-prose">{t('documents:outside.lead')}</p>
        <ul class="mb-4 grid gap-1">
          {awaited.map(({ id, paper }) => (
            <li key={id}>
              <a class="lnk" href={`/sessions/${session.id}/documents/${id}/to-sign.pdf`}>
                {t('documents:for')}: {paper.title}
              </a>
            </li>
          ))}
        </ul>
        <form
          method="post"
          enctype="multipart/form-data"
          action={`/sessions/${session.id}/documents/signed-files`}
          class="flex max-w-xl flex-col gap-3"
        >
          <Select
            label={t('documents:outside.document')}
            name="documentId"
            value={failed?.documentId}
            options={awaited.map(({ id, paper }) => ({ value: id, label: paper.title }))}
          />
          <FileInput
            label={t('documents:outside.file')}
            name="file"
            accept="application/pdf"
            required
            fault={failed?.message}
          />
          <div>
            <Button icon="upload">{t('documents:outside.button')}</Button>
          </div>
        </form>
      </details>
    </Panel>
  )
}

interface DocumentTableProps {
  title: string
  session: { id: string }
  documents: readonly FiledDocument[]
}

function DocumentTable({ title, session, documents }: DocumentTableProps) {
  const { t } = useView()
  if (documents.length === 0) return null
  const at = `/sessions/${session.id}/documents`
  return (
    <Panel flush title={title}>
      <Table
        caption={title}
        head={(['document', 'signatures', 'digest', 'files'] as const).map((name) => ({
          label: t(`documents:column.${name}`),
        }))}
        rows={documents.map((document) => [
          <DocumentName key="document" document={document} />,
          <Signatures key="signatures" document={document} />,
          <code key="digest" class="text-sm whitespace-nowrap" title={document.digest}>
            {document.digest.slice(0, 16)}…
          </code>,
          <span key="files" class="flex flex-wrap gap-x-3 gap-y-1">
            <a class="lnk" href={`${at}/${document.id}.pdf`}>
              {t('documents:pdf')}
              <span class="sr-only"> {document.paper.title}</span>
            </a>
            <a class="lnk" href={`${at}/${document.id}.docx`} download>
              {t('documents:word')}
              <span class="sr-only"> {document.paper.title}</span>
            </a>
            {document.signatures.some(({ way }) => way === 'file') && (
              <a class="lnk" href={`${at}/${document.id}/signed.pdf`}>
                {t('documents:signed_pdf')}
                <span class="sr-only"> {document.paper.title}</span>
              </a>
            )}
          </span>,
        ])}
      />
    </Panel>
  )
}

function DocumentName({ document: { kind, paper } }: { document: FiledDocument }) {
  const { t } = useView()
  return (
    <>
      <b>{t(`documents:kind.${kind}`)}</b>
      <span class="block text-sm text-ink-2">{paper.name?.subject}</span>
      {kind === 'sheet' && <span class="block text-sm text-ink-2">{paper.title.split(', ').at(-1)}</span>}
    </>
  )
}

function Signatures({ document: { signatures } }: { document: FiledDocument }) {
  const { t } = useView()
  if (signatures.length === 0) return <>{t('documents:handed_in')}</>
  return (
    <span class="grid justify-items-start gap-2">
      {signatures.map((signature) => (
        <Signature key={signature.role} signature={signature} />
      ))}
    </span>
  )
}

function Signature({ signature }: { signature: DocumentSignature }) {
  const { t } = useView()
  const { name, role, signedAt, way, certificateOf } = signature
  return (
    <span>
      {t('documents:signer', { role: t(`documents:role.${role}`), name })}{' '}
      <StatusBadge tone={signedAt ? 'success' : 'warning'}>
        {t(signedAt ? 'documents:is_signed' : 'documents:awaited')}
      </StatusBadge>
      {signedAt && (
        <span class="block text-sm text-ink-2">
          {t(`documents:by_${way}`, { moment: showMoment(signedAt), certificateOf })}
        </span>
      )}
    </span>
  )
}
