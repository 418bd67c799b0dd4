import {
  Button,
  DateInput,
  FileInput,
  Note,
  Panel,
  Select,
  SendOnce,
  TextArea,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { SentFile } from '#platform/uploads/sent-file.ts'
import type { PaperFaults, TypedPaper } from '../add-paper.ts'
import { papersNeeded } from '../owner-kinds.ts'
import { paperKinds } from '../paper-kinds.ts'
import type { Paper, Producer } from '../producer-store.ts'

interface PaperFormPageProps {
  producer: Producer
  typed: TypedPaper
  faults: PaperFaults
  /** What is wrong with a page, as a sentence. */
  scanFault?: string | undefined
  /** Pages that had arrived when the form came back. */
  sent?: readonly SentFile[] | undefined
  /** The paper that is described anew, or that a newer issue takes the place of. */
  of?: { paper: Paper; as: 'edit' | 'newer' } | undefined
  /** Whether pages may be brought in. */
  withFile?: boolean | undefined
}

/** A paper to be added, described or replaced, with its pages. */
export function PaperFormPage({
  producer,
  typed,
  faults,
  scanFault,
  sent,
  of,
  withFile = true,
}: PaperFormPageProps) {
  const { t } = useView()
  const vault = `/producers/${producer.id}/papers`
  const back = of ? `${vault}/${of.paper.id}` : vault
  const title = t(`producers:papers.${of?.as ?? 'add'}`)
  const field = (name: keyof TypedPaper) => {
    const fault = faults[name]
    return {
      name,
      label: t(`producers:papers.field.${name}`),
      value: typed[name],
      fault: fault && t(`producers:fault.${fault}`),
    }
  }
  const needed = papersNeeded[producer.kind].map(({ kind }) => kind)
  const kinds = [...new Set([...needed, ...paperKinds.filter((kind) => kind !== 'other'), 'other'])]
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/producers', label: t('producers:title') },
        { href: `/producers/${producer.id}`, label: producer.name },
        { href: vault, label: t('producers:papers.vault') },
        { label: title },
      ]}
    >
      <form
        method="post"
        action={of ? `${back}/${of.as}` : `${vault}/new`}
        encType="multipart/form-data"
        class="max-w-3xl space-y-5"
      >
        {!of && <SendOnce />}
        {of?.as === 'newer' && <Note tone="info">{t('producers:papers.newer_lead')}</Note>}
        {(scanFault || Object.keys(faults).length > 0) && (
          <Note tone="error" role="alert">
            {t('producers:faulty')}
          </Note>
        )}
        <Panel class="space-y-4">
          <Select
            {...field('kind')}
            required
            empty={t('platform:form.choose')}
            options={kinds.map((kind) => ({ value: kind, label: t(`producers:paper.${kind}`) }))}
          />
          <TextInput {...field('title')} optional maxlength={200} hint={t('producers:papers.title_hint')} />
          <div class="grid gap-4 md:grid-cols-2">
            <TextInput {...field('number')} optional maxlength={200} />
            <TextInput {...field('issuer')} optional maxlength={200} />
            <DateInput {...field('issuedOn')} optional />
            <DateInput {...field('validTo')} optional />
          </div>
          <TextArea {...field('note')} rows={2} optional />
          {withFile ? (
            <FileInput
              name="file"
              label={t(of?.as === 'edit' ? 'producers:papers.more_pages' : 'producers:papers.field.file')}
              hint={t('producers:papers.file_hint')}
              accept="application/pdf,image/jpeg,image/png,image/webp"
              fault={scanFault}
              optional={of?.as !== 'newer'}
              required={of?.as === 'newer'}
              multiple
              resumable
              sent={sent}
            />
          ) : (
            <Note tone="info">{t('producers:papers.frozen')}</Note>
          )}
        </Panel>
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save">
            {t('producers:save')}
          </Button>
          <Button href={back} variant="ghost">
            {t('producers:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}
