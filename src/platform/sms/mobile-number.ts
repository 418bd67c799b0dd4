/**
 * A Vietnamese mobile number as gateways take it, `84912345678`; null for anything else, since a land line shows no
 * message.
 */
export function mobileNumber(typed: string): string | null {
  const digits = typed.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084|84)/, '0')
  return /^0[35789]\d{8}$/.test(digits) ? `84${digits.slice(1)}` : null
}
