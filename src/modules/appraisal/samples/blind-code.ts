import { randomInt } from 'node:crypto'

/** Letters and digits that nobody mistakes for one another when they are written on a cup. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A code that stands on units at a tasting in place of their name, drawn at random: it says nothing about them. */
export function blindCode(): string {
  return Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
}
