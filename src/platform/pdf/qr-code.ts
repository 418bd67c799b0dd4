import { renderSVG } from 'uqr'

/**
 * A QR code as SVG bytes, to be given to `renderPdf` as a picture. It bears a quarter of its area being dirty and has
 * the quiet zone of four modules that phones ask for.
 */
export function qrCode(text: string): Uint8Array {
  return new TextEncoder().encode(renderSVG(text, { ecc: 'Q', border: 4 }))
}
