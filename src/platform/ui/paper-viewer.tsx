import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { IslandScript } from './island-script.tsx'
import { useView } from './view.ts'

/** What a link tells the viewer of the paper that it leads to: how it can be shown, and how many pages there are. */
export function viewable(contentType: string, pages = 1): Record<string, string> {
  const shown = contentType.startsWith('image/')
    ? 'picture'
    : contentType === 'application/pdf'
      ? 'pdf'
      : 'file'
  return { 'data-paper': shown, ...(pages > 1 && { 'data-pages': String(pages) }) }
}

/**
 * A part of a page whose links to papers (see `viewable`) open beside it: at its left on a desk, over it on a phone.
 * Without a script the links open the papers themselves. Inside, `group-data-open/viewing:` styles what must make room.
 */
export function ViewingArea({
  class: extra,
  children,
}: {
  class?: string | undefined
  children: ComponentChildren
}) {
  return (
    <div data-viewing class={classes('group/viewing grid items-start gap-5 lg:data-open:grid-cols-2', extra)}>
      <Viewer />
      <div class="min-w-0">{children}</div>
      <IslandScript name="view-papers" />
    </div>
  )
}

function Viewer() {
  const { t } = useView()
  const button = (name: string, icon: string) => (
    <button
      type="button"
      class="btn btn-ghost btn-square"
      data-do={name}
      aria-label={t(`platform:viewer.${name}`)}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <dialog
      class="panel noprint m-0 h-dvh max-h-none w-full max-w-none flex-col overflow-hidden p-0 open:flex lg:sticky lg:top-4 lg:h-[calc(100dvh-2rem)]"
      aria-labelledby="viewer-title"
      data-word-page={t('platform:viewer.page')}
    >
      <div class="flex flex-wrap items-center gap-1 border-b border-line px-3 py-1">
        <p
          id="viewer-title"
          class="min-w-0 flex-1 break-words font-semibold leading-snug"
          aria-live="polite"
        />
        <span class="flex">
          {button('previous', 'chevron-left')}
          {button('next', 'chevron-right')}
          {button('zoom', 'zoom-in')}
          <a
            class="btn btn-ghost btn-square"
            target="_blank"
            rel="noopener"
            aria-label={t('platform:viewer.open')}
            data-do="open"
            href="#viewer-title"
          >
            <Icon name="maximize" />
          </a>
          {button('close', 'x')}
        </span>
      </div>
      <section
        class="min-h-0 flex-1 overflow-auto bg-base-200"
        data-shown
        aria-label={t('platform:viewer.paper')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
        tabIndex={0}
      />
      <p class="hidden border-t border-line px-3 py-1 text-sm text-ink-2 lg:block">
        {t('platform:viewer.keys')}
      </p>
    </dialog>
  )
}
