import type { CriteriaSet } from '#modules/regulation/index.ts'
import { Button, Panel } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { CommuneAssessment } from '../assessment-store.ts'
import type { Evidence } from '../evidence-store.ts'
import type { FixList } from '../fix-list-store.ts'
import { paperKinds } from '../paper-kinds.ts'
import type { DossierHead } from '../read-dossier-head.ts'
import type { Mending } from '../read-last-mending.ts'
import { EarlierReturns } from './earlier-returns.tsx'
import { EvidenceChips } from './evidence-chips.tsx'
import { FindingList } from './finding-list.tsx'
import { HeldNote } from './held-note.tsx'
import { MendingReview } from './mending-review.tsx'
import { NextWork } from './next-work.tsx'
import { OfficerFrame } from './officer-frame.tsx'

interface CheckPageProps {
  head: DossierHead
  assessment: CommuneAssessment | undefined
  evidence: readonly Evidence[]
  earlier: readonly FixList[]
  mending: Mending | undefined
  set: CriteriaSet
}

/** The province looks at what the commune found and at the papers, and takes the dossier in or sends it back. */
export function CheckPage({ head, assessment, evidence, earlier, mending, set }: CheckPageProps) {
  const { t } = useView()
  const at = `/dossiers/${head.id}`
  return (
    <OfficerFrame
      head={head}
      list="desk"
      side={
        <>
          <NextWork head={head} text={t('dossiers:page.desk.check.text')}>
            <form method="post" action={`${at}/check`}>
              <input type="hidden" name="version" value={head.version} />
              <Button type="submit" variant="primary" icon="check" class="w-full">
                {t('dossiers:page.desk.check.done')}
              </Button>
            </form>
            <Button href={`${at}/province-return`} icon="undo-2">
              {t('dossiers:page.desk.check.send_back')}
            </Button>
            <Button href={at}>{t('dossiers:page.desk.whole')}</Button>
          </NextWork>
          <EarlierReturns lists={earlier} set={set} />
        </>
      }
    >
      <HeldNote head={head} />
      <MendingReview mending={mending} set={set} />
      {assessment && (
        <Panel
          title={t('dossiers:page.desk.check.commune_found')}
          actions={
            <a class="lnk" href={`${at}/commune-report`}>
              {t('dossiers:page.desk.check.form')}
            </a>
          }
        >
          <FindingList report={assessment} />
          <h3 class="mt-4 font-semibold">{t('dossiers:page.desk.proposal.proposal')}</h3>
          <p class="whitespace-pre-line">{assessment.proposal}</p>
        </Panel>
      )}
      <Panel flush title={t('dossiers:page.desk.return.group.papers')}>
        <ol class="divide-y divide-line">
          {paperKinds.map((kind, place) => (
            <li
              key={kind}
              class="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-3 lg:px-5"
            >
              <span>
                {place + 1}. {t(`dossiers:paper.${kind}`)}
              </span>
              <EvidenceChips papers={evidence.filter(({ paperKind }) => paperKind === kind)} />
            </li>
          ))}
        </ol>
      </Panel>
    </OfficerFrame>
  )
}
