import { Facts, Panel, useView } from '#platform/ui/index.ts'
import { formField } from '../field-author.ts'
import { paperKinds } from '../paper-kinds.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { AuthorLine } from './author-line.tsx'

/** Form 01 (QĐ 26/2026/QĐ-TTg, Appendix III) as it is read and printed. */
export function RegistrationPaper({ file }: { file: DossierFile }) {
  const { t, locale } = useView()
  const { dossier, producer, product, set } = file
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  const { registration } = dossier
  const line = (field: keyof typeof registration) =>
    [
      t(`dossiers:page.filing.field.${field}`),
      <span key={field}>
        {registration[field] || '…'}
        <AuthorLine file={file} field={formField('registration', field)} />
      </span>,
    ] as const
  return (
    <Panel class="max-w-3xl print:border-0 print:p-0">
      <p class="text-right text-sm text-ink-2">{t('dossiers:page.filing.form_01_no')}</p>
      <h2 class="mt-2 mb-4 text-center text-xl uppercase">{t('dossiers:page.filing.form_01_title')}</h2>
      <Facts
        items={[
          [t('dossiers:page.dossier.fact.producer'), producer.name],
          line('representativeName'),
          line('representativePost'),
          line('address'),
          line('phone'),
          line('email'),
          [t('dossiers:page.dossier.fact.product'), product.name],
          line('specification'),
          [t('dossiers:page.filing.group'), `${named(set.group)}, ${named(set.subgroup)}`],
          [t('dossiers:page.dossier.fact.set'), named(set)],
          [t('dossiers:page.dossier.fact.kind'), t(`dossiers:kind.${dossier.kind}`)],
        ]}
      />
      <Attachments file={file} />
      <p class="mt-5">{t('dossiers:page.filing.pledge')}</p>
      <Receipts file={file} />
    </Panel>
  )
}

function Attachments({ file: { evidence } }: { file: DossierFile }) {
  const { t } = useView()
  const given = paperKinds.filter((kind) => evidence.some(({ paperKind }) => paperKind === kind))
  return (
    <>
      <h3 class="mt-5 font-semibold">{t('dossiers:page.filing.attachments')}</h3>
      {given.length === 0 ? (
        <p class="text-ink-2">{t('dossiers:page.filing.no_attachments')}</p>
      ) : (
        <ol class="mt-1 list-decimal pl-6">
          {given.map((kind) => (
            <li key={kind}>{t(`dossiers:paper.${kind}`)}</li>
          ))}
        </ol>
      )}
    </>
  )
}

/** The blocks that commune and province fill in when they take the dossier over, and where the producer signs. */
function Receipts({ file: { dossier } }: { file: DossierFile }) {
  const { t } = useView()
  const blocks = [
    [t('dossiers:page.filing.received_by_commune'), dossier.communeReceipt],
    [t('dossiers:page.filing.received_by_province'), dossier.provinceReceipt],
    [t('dossiers:page.filing.signed_by_producer'), dossier.registration.representativeName],
  ] as const
  return (
    <div class="mt-6 grid gap-6 text-center sm:grid-cols-3 print:grid-cols-3">
      {blocks.map(([title, value]) => (
        <div key={title}>
          <p class="font-semibold">{title}</p>
          <p class="mt-2 print:mt-16">{value || '…'}</p>
        </div>
      ))}
    </div>
  )
}
