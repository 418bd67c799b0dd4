import { Button, useView } from '#platform/ui/index.ts'
import { isContentTarget } from '../fix-target.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { type Step, stepsOpenTo } from '../workflow.ts'

type Look = 'primary' | 'secondary' | 'plain' | 'danger'

/** Where each step is taken: a page of the dossier, or the desk of those who take it for many at once. */
const places: Readonly<Record<Step, readonly [path: string, look: Look, icon: string]>> = {
  submit: ['submission', 'primary', 'send'],
  receive: ['receipt', 'primary', 'inbox'],
  propose: ['proposal', 'primary', 'clipboard-check'],
  check: ['check', 'primary', 'clipboard-check'],
  return: ['return', 'secondary', 'undo-2'],
  resubmit: ['mending', 'primary', 'send'],
  go_on: ['fix-list', 'secondary', 'calendar-clock'],
  place: ['/councils', 'primary', 'calendar-plus'],
  release: ['/councils', 'secondary', 'calendar-minus'],
  conclude: ['/councils', 'primary', 'gavel'],
  reject: ['/councils', 'secondary', 'gavel'],
  recognise: ['/decisions', 'primary', 'award'],
  send: ['/decisions', 'secondary', 'send'],
  decline: ['/decisions', 'secondary', 'circle-x'],
  reassess: ['/decisions', 'secondary', 'rotate-ccw'],
  withdraw: ['withdrawal', 'plain', 'circle-x'],
}

/** The steps that whoever reads the page may take with the dossier now: the way to its page, or one press. */
export function StepActions({ file }: { file: DossierFile }) {
  const { t, actor } = useView()
  const ways = waysOf(stepsOpenTo(actor, file.dossier), file)
  if (ways.length === 0) return null
  return (
    <div class="mt-4 flex flex-wrap gap-3">
      {ways.map((way) => (
        <StepAction key={way.step} way={way} label={t(`dossiers:page.dossier.step.${way.step}`)} />
      ))}
    </div>
  )
}

interface Way {
  step: Step
  href: string
  look: Look
  icon: string
}

/** Receiving asks for nothing, so it is one press; every other step has a page. */
function StepAction({ way: { step, href, look, icon }, label }: { way: Way; label: string }) {
  if (step === 'receive')
    return (
      <form method="post" action={href}>
        <Button variant={look} icon={icon}>
          {label}
        </Button>
      </form>
    )
  return (
    <Button href={href} variant={look} icon={icon}>
      {label}
    </Button>
  )
}

/** One way to each place: what a session or a decision does with the dossier is chosen there. */
function waysOf(steps: readonly Step[], file: DossierFile): Way[] {
  const ways = steps
    .filter((step) => isFor(step, file))
    .map((step): Way => {
      const [path, look, icon] = placeOf(step, file)
      return { step, href: path.startsWith('/') ? path : `/dossiers/${file.dossier.id}/${path}`, look, icon }
    })
  const first = ways.filter(({ href }, place) => ways.findIndex((way) => way.href === href) === place)
  return first.toSorted((a, b) => ranks.indexOf(a.look) - ranks.indexOf(b.look))
}

const ranks: readonly Look[] = ['primary', 'secondary', 'plain', 'danger']

/** A commune has something to send again only where one of its own contents was sent back. */
function isFor(step: Step, { isOwn, fixList }: DossierFile): boolean {
  return step !== 'resubmit' || isOwn || Boolean(fixList?.items.some(({ target }) => isContentTarget(target)))
}

function placeOf(step: Step, { dossier, isOwn, fixList, counter }: DossierFile): (typeof places)[Step] {
  const atCentre = dossier.state === 'sent_to_centre'
  if (atCentre && (step === 'recognise' || step === 'return'))
    return ['central-result', 'primary', 'landmark']
  if (step === 'return' && dossier.state === 'proposed') return ['province-return', 'secondary', 'undo-2']
  const onlyContents = fixList?.items.every(({ target }) => isContentTarget(target)) ?? false
  const byCommune = !isOwn || (counter?.acting && onlyContents)
  return step === 'resubmit' && byCommune ? ['proposal', 'primary', 'send'] : places[step]
}
