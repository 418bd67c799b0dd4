import type { Expression, ExpressionBuilder, ReferenceExpression, SqlBool } from 'kysely'

/** In one of these units or anywhere below it: how every list is scoped. Nothing lies in no units. */
export function inUnits<Tables, Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  unitPath: ReferenceExpression<Tables, Table>,
  paths: readonly string[],
): Expression<SqlBool> {
  return eb.or(
    paths.flatMap((path) => [eb(unitPath, '=', path as never), eb(unitPath, 'like', `${path}/%` as never)]),
  )
}
