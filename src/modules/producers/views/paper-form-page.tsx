import {
  Button,
  DateInput,
  FileInput,
  Note,
  Panel,
  Select,
  TextArea,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { PaperFaults, TypedPaper } from '../add-paper.ts'
import { papersNeeded } from '../owner-kinds.ts'
import type { Producer } from '../producer-store.ts'

interface PaperFormPageProps {
  producer: Producer
  typed: TypedPaper
  faults: PaperFaults
  /** What is wrong with the scan, as a sentence. */
  scanFault?: string | undefined
}

/** A paper to be added, with its scan. */
export function PaperFormPage({ producer, typed, faults, scanFault }: PaperFormPageProps) {
  const { t } = useView()
  const back = `/producers/${producer.id}`
  const field = (name: keyof TypedPaper) => {
    const fault = faults[name]
    return {
      name,
      label: t(`producers:papers.field.${name}`),
      value: typed[name],
      fault: fault && t(`producers:fault.${fault}`),
    }
  }
  const kinds = [...new Set([...papersNeeded[producer.kind].map(({ kind }) => kind), 'other'])]
  return (
    <WorkPage
      title={t('producers:papers.add')}
      crumbs={[
        { href: '/producers', label: t('producers:title') },
        { href: back, label: producer.name },
        { label: t('producers:papers.add') },
      ]}
    >
      <form
        method="post"
        action={`${back}/papers/new`}
        encType="multipart/form-data"
        class="max-w-3xl space-y-5"
      >
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
          <div class="grid gap-4 md:grid-cols-2">
            <TextInput {...field('number')} optional maxlength={200} />
            <TextInput {...field('issuer')} optional maxlength={200} />
            <DateInput {...field('issuedOn')} optional />
            <DateInput {...field('validTo')} optional />
          </div>
          <TextArea {...field('note')} rows={2} optional />
          <FileInput
            name="file"
            label={t('producers:papers.field.file')}
            hint={t('producers:papers.file_hint')}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            fault={scanFault}
            optional
          />
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
