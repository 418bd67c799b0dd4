import type { DeskProps } from '../../desk/desk-data.ts'

/** The keys, once a browser listens to them; `?` explains every one, also where the line of keys is not shown. */
export function DeskKeys({ data, state, on }: DeskProps) {
  if (!on) return null
  const { words } = data
  const keys: readonly (readonly [string, string | undefined])[] = [
    ['1–9', words.key_choose],
    ['n j', words.key_next],
    ['k', words.key_previous],
    ['e', words.key_evidence],
    ...(data.proposal ? ([['c', words.key_confirm]] as const) : []),
    ['h', words.hand_in],
    ['?', words.key_help],
  ]
  return (
    <div class="mt-3">
      <ul class="hidden flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2 lg:flex">
        {keys.map(([key, said]) => (
          <li key={key}>
            {key.split(' ').map((one) => (
              <kbd key={one} class="kbd kbd-md mr-1">
                {one}
              </kbd>
            ))}
            {said}
          </li>
        ))}
      </ul>
      <div role="status">
        {state.help && (
          <div class="panel mt-3 p-4">
            <dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
              {keys.map(([key, said]) => (
                <div key={key} class="contents">
                  <dt>
                    <kbd class="kbd kbd-md">{key}</kbd>
                  </dt>
                  <dd>{said}</dd>
                </div>
              ))}
            </dl>
            <p class="mt-3">{words.help_text}</p>
          </div>
        )}
      </div>
    </div>
  )
}
