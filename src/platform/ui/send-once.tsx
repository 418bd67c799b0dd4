import { newId } from '#platform/ids.ts'

/** Under which name a form carries its key. */
export const sendOnceField = '_once'

/** In a form that makes something new: pressing its button twice, or sending the page again, makes it once. */
export function SendOnce() {
  return <input type="hidden" name={sendOnceField} value={newId()} />
}
