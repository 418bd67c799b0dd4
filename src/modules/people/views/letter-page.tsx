import { showMoment } from '#platform/dates.ts'
import { Facts, Panel } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { Email } from './email.tsx'
import { ReaderPage } from './reader-page.tsx'

interface LetterPageProps {
  recipient: string
  subject: string
  text: string
  at: Date
}

/** One letter of the demonstration, as its reader would see it. */
export function LetterPage({ recipient, subject, text, at }: LetterPageProps) {
  const { t } = useView()
  return (
    <ReaderPage title={subject} crumbs={[{ href: '/admin/outbox', label: t('people:outbox.title') }]}>
      <Panel class="max-w-3xl space-y-5">
        <Facts
          items={[
            [t('people:outbox.to'), <Email address={recipient} />],
            [t('people:outbox.at'), showMoment(at)],
          ]}
        />
        <p class="whitespace-pre-line break-words">{linked(text)}</p>
      </Panel>
    </ReaderPage>
  )
}

/** The text with its addresses as links; everything else stays text. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, place) =>
    place % 2 === 1 ? (
      <a key={place} class="lnk" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
