const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const issuer = 'Sao Làng'

/** The secret of a second factor as authenticator apps read it from a QR code. */
export function otpauthUri({ secret, email }: { secret: string; email: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`
}

/** The secret as one types it: letters and digits in fours. */
export function readableKey(secret: string): string {
  return base32(secret).replace(/(.{4})(?=.)/g, '$1 ')
}

function base32(text: string): string {
  const bits = [...new TextEncoder().encode(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('')
}
