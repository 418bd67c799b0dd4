import { renderToString } from 'preact-render-to-string'
import { Document, Icon, IslandScript, Note, useView } from '#platform/ui/index.ts'
import type { DeskData, DeskState } from '../desk/desk-data.ts'
import { ScoreDesk } from './desk/score-desk.tsx'

/** A member's own sheet, as a page that works by forms and links, with what the browser needs to take it over. */
export function SheetPage({ data, state }: { data: DeskData; state: DeskState }) {
  const { notice } = useView()
  return (
    <Document title={data.title} bodyClass="bg-base-200">
      {notice && (
        <div class="p-4 pb-0 lg:px-6">
          <Note tone={notice.tone} role={notice.tone === 'error' ? 'alert' : 'status'}>
            {notice.text}
          </Note>
        </div>
      )}
      <div id="score-desk" class="flex min-h-dvh flex-col">
        <ScoreDesk data={data} state={state} />
      </div>
      <script
        id="score-desk-data"
        type="application/json"
        dangerouslySetInnerHTML={{ __html: JSON.stringify({ data, state }).replaceAll('<', '\\u003c') }}
      />
      <IslandScript name="score-sheet" />
    </Document>
  )
}

const names = [
  'arrow-left',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'cloud',
  'cloud-check',
  'cloud-off',
  'copy-check',
  'file-text',
  'image',
  'list',
  'maximize',
  'sheet',
] as const

/** The drawings that the desk uses, by name: it is drawn in the browser too, where the server's icons are not. */
export function deskIcons(): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, renderToString(<Icon name={name} />).replace(/^<svg[^>]*>|<\/svg>$/g, '')]),
  )
}
