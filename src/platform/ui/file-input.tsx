import { mostBytesOfFile } from '#platform/files/file-limit.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { SentFile } from '#platform/uploads/sent-file.ts'
import { classes } from './classes.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'
import { Icon } from './icon.tsx'
import { IslandScript } from './island-script.tsx'
import { useView } from './view.ts'

interface FileInputProps extends FieldProps {
  /** What may be chosen, as browsers understand it: `application/pdf,image/*`. */
  accept?: string | undefined
  multiple?: boolean | undefined
  required?: boolean | undefined
  /** On a phone: opens the camera at once. */
  capture?: boolean | undefined
  /**
   * Sends what is chosen at once and piece by piece, going on after a lost line; the form hands in its ids under
   * `<name>.sent`, for `uploadsIn`. Phones offer the camera beside it.
   */
  resumable?: boolean | undefined
  /** What had arrived when the form came back. */
  sent?: readonly SentFile[] | undefined
}

/** Files to hand in. The browser's own control stays in sight, so the chosen names are seen without a script. */
export function FileInput(props: FileInputProps) {
  const { t } = useView()
  const { accept, multiple, required, capture, fault, resumable, sent = [] } = props
  return (
    <Field {...props}>
      <div class={classes('drop', fault && 'border-error')} {...(resumable ? uploadWords(t) : {})}>
        <p class="flex items-center gap-2 font-semibold" aria-hidden="true">
          <Icon name="upload" class="size-6 text-primary" />
          {t(multiple ? 'platform:form.choose_files' : 'platform:form.choose_file')}
        </p>
        <input
          type="file"
          class="file-input w-full max-w-md"
          {...fieldIds(props).control}
          {...{ accept, multiple }}
          {...(capture ? { capture: 'environment' } : {})}
          required={required && sent.length === 0}
        />
        {resumable && <Camera {...props} />}
        <SentFiles name={props.name} sent={sent} />
      </div>
      {resumable && <IslandScript name="upload-files" />}
    </Field>
  )
}

/** Only where a finger points, which is where a camera is at hand. */
function Camera({ name, id }: FileInputProps) {
  const { t } = useView()
  const own = `${id ?? `f-${name.replace(/[^\w-]+/g, '-')}`}-camera`
  return (
    <div class="hidden w-full max-w-md text-left pointer-coarse:block">
      <label class="flex items-center gap-2 font-medium" for={own}>
        <Icon name="camera" />
        {t('platform:upload.camera')}
      </label>
      <input
        id={own}
        type="file"
        class="file-input mt-1 w-full"
        name={name}
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
      />
    </div>
  )
}

function SentFiles({ name, sent }: { name: string; sent: readonly SentFile[] }) {
  const { t } = useView()
  if (sent.length === 0) return null
  return (
    <fieldset class="w-full max-w-md text-left">
      <legend class="font-medium">{t('platform:upload.sent')}</legend>
      {sent.map((file) => (
        <label key={file.id} class="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            class="checkbox checkbox-primary shrink-0"
            name={`${name}.sent`}
            value={file.id}
            checked
          />
          <span class="min-w-0 break-words">{file.name}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What the island says, and how much it may send, as it finds them on the page. */
function uploadWords(t: Translate): Record<string, string> {
  const said = [
    'sending',
    'waiting',
    'checking',
    'done',
    'failed',
    'too_large',
    'remove',
    'list',
    'then_submit',
  ]
  const words = said.map((word) => [`data-word-${word.replace('_', '-')}`, t(`platform:upload.${word}`)])
  return { 'data-upload': String(mostBytesOfFile), ...Object.fromEntries(words) }
}
