import { Checkbox, Fault, Panel, useView } from '#platform/ui/index.ts'
import { issueInWords, paperInWords, paperName } from '../offer-words.ts'
import type { OfferedPaper } from '../read-packs.ts'
import { usualPapers } from '../usual-papers.ts'
import type { PackFormProps } from './pack-form-page.tsx'

/** Which papers of the vault go along: what buyers usually ask for first, then all others. */
export function PaperChoice({ papers, typed, faults, producer }: PackFormProps) {
  const { t } = useView()
  const usual = papers.filter(({ paper }) => usualPapers.includes(paper.kind))
  const others = papers.filter(({ paper }) => !usualPapers.includes(paper.kind))
  const list = (title: string, some: readonly OfferedPaper[]) =>
    some.length > 0 && (
      <fieldset class="mt-3">
        <legend class="font-semibold">{title}</legend>
        <ul class="divide-y divide-line">
          {some.map((offered) => (
            <li key={offered.paper.id} class="py-1">
              <Choice offered={offered} checked={typed.papers.includes(offered.paper.id)} />
            </li>
          ))}
        </ul>
      </fieldset>
    )
  return (
    <Panel title={t('buyer-packs:form.papers')} lead={t('buyer-packs:form.papers_lead')}>
      <Fault id="f-papers-fault" fault={faults.papers && t(`buyer-packs:fault.${faults.papers}`)} />
      {papers.length === 0 && <p class="text-ink-2">{t('buyer-packs:form.no_papers')}</p>}
      {list(t('buyer-packs:form.usual'), usual)}
      {list(t('buyer-packs:form.others'), others)}
      <p class="mt-3">
        <a class="lnk" href={`/producers/${producer.id}/papers`}>
          {t('buyer-packs:form.to_vault')}
        </a>
      </p>
    </Panel>
  )
}

function Choice({ offered, checked }: { offered: OfferedPaper; checked: boolean }) {
  const { t } = useView()
  const { paper } = offered
  const kind = t(`producers:paper.${paper.kind}`)
  const name = paperName(paper, t)
  const said = [name !== kind && kind, issueInWords(paper, t), paperInWords(offered, t)]
  return (
    <Checkbox
      name="paper"
      value={paper.id}
      checked={checked}
      label={name}
      hint={said.filter(Boolean).join(' · ')}
    />
  )
}
