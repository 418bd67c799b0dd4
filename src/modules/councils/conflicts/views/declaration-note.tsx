import { Button, Note, useView } from '#platform/ui/index.ts'

interface DeclarationNoteProps {
  sessionId: string
  declaration?: { undeclared: number } | undefined
  /** Whether the reader runs the session. */
  runs: boolean
}

/** In the session room: what the reader has still to declare, and the ways to the declarations. */
export function DeclarationNote({ sessionId, declaration, runs }: DeclarationNoteProps) {
  const { t } = useView()
  if (!declaration) return null
  const { undeclared } = declaration
  return (
    <div class="flex flex-wrap items-center gap-3">
      {undeclared > 0 && (
        <Note tone="warning" class="basis-full">
          {t('conflicts:session.waiting', { count: undeclared })}
        </Note>
      )}
      <Button
        href={`/sessions/${sessionId}/declaration`}
        variant={undeclared > 0 ? 'primary' : 'plain'}
        size="sm"
      >
        {t(undeclared > 0 ? 'conflicts:session.declare' : 'conflicts:session.own')}
      </Button>
      {runs && (
        <Button href={`/sessions/${sessionId}/conflicts`} size="sm">
          {t('conflicts:session.overview')}
        </Button>
      )}
    </div>
  )
}
