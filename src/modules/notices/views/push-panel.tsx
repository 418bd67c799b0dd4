import { Button, Icon, IslandScript, Panel, useView } from '#platform/ui/index.ts'

interface PushPanelProps {
  pushKey: string
  devices: readonly { id: string; device: string; day: string }[]
}

/** Turning push messages on for the browser at hand, and the browsers that get them. */
export function PushPanel({ pushKey, devices }: PushPanelProps) {
  const { t } = useView()
  const says = (word: string) => t(`notices:push.${word}`)
  return (
    <Panel title={says('title')} lead={says('lead')} id="devices">
      <div
        id="push"
        data-key={pushKey}
        data-on={says('turn_on')}
        data-off={says('turn_off')}
        data-is-on={says('is_on')}
        data-unsupported={says('unsupported')}
        data-denied={says('denied')}
        data-failed={says('failed')}
        data-working={says('working')}
      >
        <p role="status" class="empty:hidden" />
        <noscript>
          <p>{says('needs_script')}</p>
        </noscript>
        <button type="button" class="btn btn-plain mt-2" hidden>
          <Icon name="bell-ring" />
          <span>{says('turn_on')}</span>
        </button>
      </div>
      {devices.length > 0 && <Devices devices={devices} />}
      <IslandScript name="push-subscribe" />
    </Panel>
  )
}

function Devices({ devices }: Pick<PushPanelProps, 'devices'>) {
  const { t } = useView()
  return (
    <>
      <h3 class="mt-5 mb-2 font-semibold">{t('notices:push.devices')}</h3>
      <ul class="divide-y divide-line">
        {devices.map(({ id, device, day }) => (
          <li key={id} class="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>{t('notices:push.device', { device, day })}</span>
            <form method="post" action={`/notices/devices/${id}/removal`}>
              <Button size="sm" label={t('notices:push.remove_of', { device })}>
                {t('notices:push.remove')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
