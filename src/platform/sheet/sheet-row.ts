/** One row as people see it: its number in the file, its cells as text. Empty cells at the end are left out. */
export interface SheetRow {
  line: number
  cells: string[]
}
