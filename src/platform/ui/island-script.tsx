import { asset } from '#platform/assets/assets.ts'

/** Loads an island, the file `islands/<name>.ts` of a module. The page works without it. */
export function IslandScript({ name }: { name: string }) {
  return <script type="module" src={asset(`${name}.js`)} />
}
