import { useView } from './view.ts'

/** Says that what stands here is invented to show how the programme works. */
export function DemoLabel() {
  const { t } = useView()
  return <span class="demo">{t('platform:demo')}</span>
}
