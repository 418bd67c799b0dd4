import { useView } from '#platform/ui/index.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import type { DossierState } from '../workflow.ts'
import { takesPart } from '../workflow.ts'

const readers = ['province_officer', 'advisory', 'leader', 'central_officer', 'auditor'] as const
const before: readonly DossierState[] = ['draft', 'submitted', 'received', 'returned', 'withdrawn']

/** The ways to what the advisory team makes of the dossier: its report for the province, the tests it asks for the producer. */
export function AppraisalLinks({ file: { dossier, isOwn } }: { file: DossierFile }) {
  const { t, actor } = useView()
  if (before.includes(dossier.state)) return null
  const reads = readers.some((role) => takesPart(actor, role, dossier))
  if (!reads && !isOwn) return null
  const part = reads ? 'appraisal' : 'tests'
  return (
    <p class="mt-4">
      <a class="lnk" href={`/dossiers/${dossier.id}/${part}`}>
        {t(`dossiers:page.dossier.to_${part}`)}
      </a>
    </p>
  )
}
