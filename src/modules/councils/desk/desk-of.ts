import type { Band } from '#modules/regulation/index.ts'
import { criteriaOf, scoreOf } from '#modules/regulation/index.ts'
import { showMoment, showTime } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import discussionEn from '../discussion/text/en.json' with { type: 'json' }
import discussionVi from '../discussion/text/vi.json' with { type: 'json' }
import type { OwnSheetReading } from '../read-own-sheet.ts'
import en from '../text/en.json' with { type: 'json' }
import vi from '../text/vi.json' with { type: 'json' }
import type { DeskData, DeskEvidence, DeskState } from './desk-data.ts'
import { deskKey } from './kept-sheet.ts'
import { scoreFormOf } from './score-form-of.ts'

export interface DeskSetting {
  bands: readonly Band[]
  locale: 'vi' | 'en'
  t: Translate
  icons: Readonly<Record<string, string>>
}

/** The desk for what the member has before them. */
export function deskDataOf(reading: OwnSheetReading, { bands, locale, t, icons }: DeskSetting): DeskData {
  const { room, label, set, evidence, selfAnswers } = reading
  const sheet = sheetAddress(room.session.id, room.item.dossierId)
  const form = scoreFormOf(set, { bands, locale, none: t('councils:desk.none') })
  const self = scoreOf(selfAnswers, set).points
  const answered = criteriaOf(set).filter(({ code }) => selfAnswers[code])
  return {
    key: deskKey({
      personId: room.seat?.personId ?? '',
      sessionId: room.session.id,
      dossierId: room.item.dossierId,
      round: room.item.round,
    }),
    title: t('councils:sheet.title', { product: label.product }),
    lead: t('councils:sheet.lead', {
      producer: label.producer,
      kind: t(`councils:kind.${label.kind}`),
      session: room.session.name,
    }),
    isDemo: label.isDemo,
    writable: reading.writable,
    closedNote: closedNote(reading, t),
    urls: {
      ...{ sheet, answers: `${sheet}/answers`, handIn: `${sheet}/hand-in` },
      takeAlong: `/sessions/${room.session.id}/desk`,
      appraisal: reading.hasAppraisal ? sheet.replace(/sheet$/, 'appraisal') : null,
      ...neighbours(reading),
    },
    place: placeOf(reading),
    form,
    evidence: evidence.flatMap((paper) => deskPages(paper, `${sheet.replace(/\/sheet$/, '')}/evidence`, t)),
    filed: filedOf(reading, t),
    earlier: earlierOf(reading),
    selfPoints: Object.fromEntries(answered.map(({ code }) => [code, self[code] ?? 0])),
    proposal: proposalOf(reading),
    words: { ...(locale === 'en' ? en : vi).desk, ...(locale === 'en' ? discussionEn : discussionVi).desk },
    icons,
  }
}

function earlierOf({ earlier }: OwnSheetReading): DeskData['earlier'] {
  return earlier ? { round: earlier.round, answers: earlier.answers } : null
}

const told = [
  'history',
  'organisation',
  'materialArea',
  'technology',
  'quality',
  'market',
  'planAhead',
] as const
const found = ['materialOrigin', 'localLabour', 'ideaOrigin', 'localIdentity'] as const

/** What was written in the dossier, and the four contents that the commune looked into. */
function filedOf({ dossier, assessment }: OwnSheetReading, t: Translate): DeskData['filed'] {
  const { registration, report } = dossier
  const written = told.map((field) => ({ label: t(`councils:filed.${field}`), text: report[field] ?? '' }))
  const specification = { label: t('councils:filed.specification'), text: registration.specification ?? '' }
  const contents = found.flatMap((content) => {
    const said = assessment?.[content]
    if (!said) return []
    const met = t(said.met ? 'councils:filed.met' : 'councils:filed.unmet')
    return [{ label: t(`councils:filed.${content}`), text: said.note ? `${met} ${said.note}` : met }]
  })
  return [specification, ...written, ...contents].filter(({ text }) => text !== '')
}

function proposalOf({ sibling }: OwnSheetReading): DeskData['proposal'] {
  if (!sibling) return null
  const { sheetId, product, answers, handedInAt } = sibling
  return { sheetId, product, at: showMoment(handedInAt), answers }
}

/** How the desk stands when it is opened. */
export function deskStateOf(
  { sheet, set }: OwnSheetReading,
  asked: { criterion?: string | undefined; all: boolean; evidenceId?: string | undefined },
): DeskState {
  const answers = sheet?.answers ?? {}
  const codes = criteriaOf(set).map(({ code }) => code)
  const first = codes.find((code) => !answers[code]) ?? codes[0] ?? ''
  return {
    criterion: codes.includes(asked.criterion ?? '') ? (asked.criterion ?? first) : first,
    all: asked.all,
    evidenceId: asked.evidenceId ?? null,
    answers,
    notes: sheet?.notes ?? {},
    carried: Object.fromEntries(
      Object.entries(sheet?.carried ?? {}).map(([code, { product }]) => [code, product]),
    ),
    reasons: sheet?.reasons ?? {},
    version: sheet?.version ?? 0,
    save: sheet ? { is: 'saved', at: showTime(sheet.savedAt) } : { is: 'quiet' },
    help: false,
    handIn: 'no',
    conflict: null,
  }
}

/** Where the member's sheet of a dossier lies. */
export function sheetAddress(sessionId: string, dossierId: string): string {
  return `/sessions/${sessionId}/dossiers/${dossierId}/sheet`
}

function closedNote({ room, sheet, writable }: OwnSheetReading, t: Translate): string | null {
  if (writable) return null
  if (sheet?.handedInAt)
    return t('councils:sheet.handed_in', { at: showTime(sheet.handedInAt), total: sheet.total })
  if (room.item.status === 'discussing') return t('discussion:sheet_ended')
  return t(room.item.status === 'waiting' ? 'councils:sheet.waiting' : 'councils:sheet.closed')
}

function neighbours({ room, agenda }: OwnSheetReading): Pick<DeskData['urls'], 'back' | 'previous' | 'next'> {
  const at = agenda.findIndex(({ dossierId }) => dossierId === room.item.dossierId)
  const address = (place: number) => {
    const item = place < 0 ? undefined : agenda[place]
    return item ? sheetAddress(room.session.id, item.dossierId) : null
  }
  return { back: '/my-scoring', previous: address(at - 1), next: address(at + 1) }
}

function placeOf({ room, agenda }: OwnSheetReading): DeskData['place'] {
  return { at: agenda.findIndex(({ dossierId }) => dossierId === room.item.dossierId) + 1, of: agenda.length }
}

const pictures = ['image/jpeg', 'image/png', 'image/webp']

/** A paper for each of its pages; the first has the id of the evidence itself. */
function deskPages(
  { id, criterion, title, pages }: OwnSheetReading['evidence'][number],
  folder: string,
  t: Translate,
): DeskEvidence[] {
  return pages.map(({ contentType, position }) => ({
    id: position === 1 ? id : `${id}.${position}`,
    criterion,
    title: pages.length > 1 ? t('councils:desk.page_of', { title, page: position, of: pages.length }) : title,
    href: position === 1 ? `${folder}/${id}` : `${folder}/${id}?page=${position}`,
    shown: shownAs(contentType),
  }))
}

function shownAs(contentType: string): DeskEvidence['shown'] {
  if (contentType === 'application/pdf') return 'pdf'
  return pictures.includes(contentType) ? 'picture' : 'file'
}
