import type { DeskProps } from '../../desk/desk-data.ts'

/** Leads to handing in: a page of its own, or where a browser has taken over, beside the sheet, also without a line. */
export function HandInLink({ data, on, class: look }: DeskProps & { class: string }) {
  return (
    <a
      class={look}
      href={data.urls.handIn}
      onClick={(event) => {
        if (!on) return
        event.preventDefault()
        on.handIn('ask')
      }}
    >
      {data.words.hand_in}
    </a>
  )
}
