/** An e-mail address, which has no spaces and must not push a page wider than a phone. */
export function Email({ address }: { address: string }) {
  return <span class="wrap-anywhere">{address}</span>
}
