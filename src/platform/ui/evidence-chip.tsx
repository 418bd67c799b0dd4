import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { viewable } from './paper-viewer.tsx'
import { useView } from './view.ts'

const icons = {
  paper: 'file-text',
  picture: 'image',
  link: 'link',
  receipt: 'receipt',
  sheet: 'file-spreadsheet',
  done: 'file-check',
} as const

interface EvidenceChipProps {
  href: string
  label: string
  kind?: keyof typeof icons | undefined
  /** Broken, missing or outdated. */
  bad?: boolean | undefined
  /** The one that the viewer shows. */
  current?: boolean | undefined
  /** Of a paper that a `ViewingArea` shows. */
  file?: { contentType: string; pages: number } | undefined
}

/** A paper that proves something: its name, its kind, its state. */
export function EvidenceChip({ href, label, kind = 'paper', bad, current, file }: EvidenceChipProps) {
  const { t } = useView()
  return (
    <a
      href={href}
      class={classes('evidence max-sm:min-h-11', bad && 'evidence-bad')}
      aria-current={current ? 'true' : undefined}
      {...(file && viewable(file.contentType, file.pages))}
    >
      <Icon name={icons[kind]} />
      <span>
        {label}
        {bad && <span class="sr-only">, {t('platform:evidence.bad')}</span>}
      </span>
    </a>
  )
}
