import type { CouncilDepartment } from '#modules/regulation/index.ts'
import { Note, Select, useView } from '#platform/ui/index.ts'

interface DepartmentsProps {
  departments: readonly CouncilDepartment[]
}

/** The body of the law's list that a member comes from. */
export function DepartmentSelect({
  name,
  value,
  departments,
}: DepartmentsProps & { name: string; value: string | null | undefined }) {
  const { t, locale } = useView()
  return (
    <Select
      label={t('councils:department.label')}
      name={name}
      empty={t('councils:department.other')}
      value={value ?? ''}
      options={departments.map((one) => ({
        value: one.key,
        label: locale === 'vi' ? one.nameVi : one.nameEn,
      }))}
    />
  )
}

/** From which bodies of the law's list nobody sits: a warning. */
export function Lacking({ departments, begun }: DepartmentsProps & { begun: boolean }) {
  const { t, locale } = useView()
  const [first] = departments
  if (!first) return null
  const names = departments.map(({ nameVi, nameEn, where }) => {
    const name = locale === 'vi' ? nameVi : nameEn
    return where === 'if_any' ? t('councils:department.if_any', { name }) : name
  })
  return (
    <Note tone={begun ? 'warning' : 'info'} class="mb-4">
      {t(begun ? 'councils:department.lacking' : 'councils:department.named', {
        article: first.article,
        names: names.join('; '),
      })}
    </Note>
  )
}
