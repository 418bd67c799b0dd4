/** The folded words that a product is found by: its own name, its producer's and its commune's. */
export function productWords(
  product: { fold: string },
  producer: { fold: string },
  unit: { fold: string },
): string {
  return `${product.fold} ${producer.fold} ${unit.fold}`
}
