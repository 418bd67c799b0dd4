import { classes } from './classes.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'
import { Icon } from './icon.tsx'
import { useView } from './view.ts'

interface FileInputProps extends FieldProps {
  /** What may be chosen, as browsers understand it: `application/pdf,image/*`. */
  accept?: string | undefined
  multiple?: boolean | undefined
  required?: boolean | undefined
  /** On a phone: opens the camera at once. */
  capture?: boolean | undefined
}

/** Files to hand in. The browser's own control stays in sight, so the chosen names are seen without a script. */
export function FileInput(props: FileInputProps) {
  const { t } = useView()
  const { accept, multiple, required, capture, fault } = props
  return (
    <Field {...props}>
      <div class={classes('drop', fault && 'border-error')}>
        <p class="flex items-center gap-2 font-semibold" aria-hidden="true">
          <Icon name="upload" class="size-6 text-primary" />
          {t(multiple ? 'platform:form.choose_files' : 'platform:form.choose_file')}
        </p>
        <input
          type="file"
          class="file-input w-full max-w-md"
          {...fieldIds(props).control}
          {...{ accept, multiple, required }}
          {...(capture ? { capture: 'environment' } : {})}
        />
      </div>
    </Field>
  )
}
