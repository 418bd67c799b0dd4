import { type DeskProps, fill, type SaveState } from '../../desk/desk-data.ts'
import { DeskIcon } from './desk-icon.tsx'

/** What is scored, how the last answer fared, the dossiers before and after. */
export function DeskHeader({ data, state }: DeskProps) {
  const { words, urls, place } = data
  return (
    <header class="border-b border-line bg-base-100">
      <div class="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 lg:px-6">
        <a class="btn btn-ghost btn-square" href={urls.back} aria-label={words.back}>
          <DeskIcon data={data} name="arrow-left" />
        </a>
        <div class="min-w-0 flex-1 basis-60">
          <h1 class="text-lg leading-snug">{data.title}</h1>
          <p class="text-sm text-ink-2">{data.lead}</p>
        </div>
        {data.isDemo && <span class="demo max-sm:order-last">{words.demo}</span>}
        <SaveStatus {...{ data, state }} />
        <nav
          class="flex items-center gap-1 max-sm:order-last max-sm:w-full max-sm:justify-between"
          aria-label={words.dossiers}
        >
          <Neighbour data={data} href={urls.previous} icon="chevron-left" label={words.before ?? ''} />
          <span class="text-sm font-semibold">{fill(words.place, place)}</span>
          <Neighbour data={data} href={urls.next} icon="chevron-right" label={words.after ?? ''} last />
        </nav>
      </div>
    </header>
  )
}

function Neighbour({
  data,
  href,
  icon,
  label,
  last,
}: {
  data: DeskProps['data']
  href: string | null
  icon: string
  label: string
  last?: boolean
}) {
  const inside = (
    <>
      {!last && <DeskIcon data={data} name={icon} />}
      <span class="max-sm:sr-only">{label}</span>
      {last && <DeskIcon data={data} name={icon} />}
    </>
  )
  if (!href)
    return (
      <span class="btn btn-ghost btn-disabled" aria-disabled="true">
        {inside}
      </span>
    )
  return (
    <a class="btn btn-ghost" href={href}>
      {inside}
    </a>
  )
}

const icons: Readonly<Record<SaveState['is'], string>> = {
  quiet: 'cloud',
  saving: 'cloud',
  saved: 'cloud-check',
  handed_in: 'cloud-check',
  waiting: 'cloud-off',
  refused: 'circle-alert',
}

function SaveStatus({ data, state: { save, handIn } }: DeskProps) {
  const alarming = save.is === 'waiting' || save.is === 'refused'
  // A long sentence has a line of its own, so that the name of the product stays whole.
  const look = alarming ? 'order-last w-full text-accent' : 'text-primary'
  const said = saidOf(data.words, save, handIn === 'waiting')
  return (
    <p class={`flex items-center gap-1.5 text-sm font-medium max-sm:order-last ${look}`} role="status">
      {said !== '' && <DeskIcon data={data} name={icons[save.is]} />}
      {said}
    </p>
  )
}

function saidOf(words: DeskProps['data']['words'], save: SaveState, isHandIn: boolean): string {
  if (save.is === 'quiet') return ''
  if (save.is === 'refused') return save.why
  if (save.is === 'waiting' && isHandIn) return words.waiting_hand_in ?? ''
  return fill(words[save.is], { ...save })
}
