import { type ComponentChildren, Fragment } from 'preact'

/** Names and values, one pair a line. */
export function Facts({ items }: { items: readonly (readonly [ComponentChildren, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {items.map(([name, value], place) => (
        <Fragment key={place}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
