import { Panel, useView } from '#platform/ui/index.ts'
import type { FromPaper } from '../paper-words.ts'
import '../text.ts'

/** Which sheets of a result came from paper, and which two people stand for it. */
export function PaperLines({ papers }: { papers: readonly FromPaper[] }) {
  const { t } = useView()
  if (papers.length === 0) return null
  return (
    <Panel title={t('paper_sheets:result.title')}>
      <ul class="grid gap-1">
        {papers.map((paper) => (
          <li key={paper.code}>{t('paper_sheets:result.line', { ...paper })}</li>
        ))}
      </ul>
    </Panel>
  )
}
