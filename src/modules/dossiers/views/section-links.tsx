import { useView } from '#platform/ui/index.ts'
import type { DossierFile } from '../read-dossier-file.ts'

/** The sections of the sheet with how much of each is answered, each the way to its page. */
export function SectionLinks({ file, current }: { file: DossierFile; current: string }) {
  const { t, locale } = useView()
  const { set, self, dossier } = file
  return (
    <nav aria-label={t('dossiers:page.filing.sections')} class="noprint">
      <ol class="flex flex-wrap gap-2">
        {set.parts.flatMap(({ sections }) =>
          sections.map((section) => {
            const { code, criteria } = section
            const answered = criteria.filter((one) => self.answers[one.code] !== undefined).length
            return (
              <li key={code}>
                <a
                  class="evidence min-h-11"
                  href={`/dossiers/${dossier.id}/self-assessment/${code}`}
                  aria-current={code === current ? 'page' : undefined}
                >
                  <b>{code}</b>
                  <span class="sr-only">{locale === 'en' ? section.nameEn : section.nameVi}</span>
                  <span class={answered === criteria.length ? 'text-primary' : 'text-ink-2'}>
                    {answered}/{criteria.length}
                  </span>
                </a>
              </li>
            )
          }),
        )}
      </ol>
    </nav>
  )
}
