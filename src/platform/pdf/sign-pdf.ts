import { constants, privateEncrypt } from 'node:crypto'
import { plainAddPlaceholder } from '@signpdf/placeholder-plain'
import { P12Signer } from '@signpdf/signer-p12'
import { SignPdf } from '@signpdf/signpdf'
import forge from 'node-forge'
import type { SigningKey } from './signing-key.ts'

export interface Signing {
  /** Shown by readers beside the signature: "Cấp giấy chứng nhận". */
  reason: string
  location: string
  signedAt: Date
}

/**
 * The PDF with an invisible signature of the installation, appended: the bytes before it stay as they are, so it is
 * still the PDF/A that was drawn. Nothing may be changed after it but by further signatures.
 */
export async function signPdf(key: SigningKey, pdf: Uint8Array, signing: Signing): Promise<Uint8Array> {
  const signer = Object.assign(new P12Signer(key.p12, { passphrase: key.password }), {
    sign: async (bytes: Buffer, time?: Date) => detachedSignature(key, bytes, time ?? signing.signedAt),
  })
  return new Uint8Array(await new SignPdf().sign(prepare(key, pdf, signing), signer, signing.signedAt))
}

/** The PDF with room for a signature. */
function prepare(key: SigningKey, pdf: Uint8Array, { reason, location, signedAt }: Signing): Buffer {
  const shown = { Reason: hexText(reason), Name: hexText(key.signer), Location: hexText(location) }
  const before = Buffer.from(pdf)
  const prepared = plainAddPlaceholder({
    pdfBuffer: before,
    reason: standIn(shown.Reason),
    name: standIn(shown.Name),
    location: standIn(shown.Location),
    contactInfo: '',
    signingTime: signedAt,
    signatureLength: roomFor(key),
  })
  for (const [field, text] of Object.entries(shown)) {
    const place = prepared.indexOf(`/${field} (${standIn(text)})`, before.length - 1)
    prepared.write(text, place + field.length + 2, 'latin1')
  }
  return withFileId(prepared, before)
}

/** Text as PDF wants it: UTF-16 in hex digits. The library would write letters beyond ASCII wrongly. */
function hexText(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex').toUpperCase()}>`
}

/** Letters that hold the place of a hex text, so that no byte after it moves. */
function standIn(hex: string): string {
  return 'x'.repeat(hex.length - 2)
}

/** PDF/A wants the file's identifier in the last trailer too; the library leaves it out. */
function withFileId(prepared: Buffer, before: Buffer): Buffer {
  const id = /\/ID\s*\[[^\]]*\]/.exec(before.toString('latin1', before.lastIndexOf('trailer')))?.[0]
  const end = prepared.lastIndexOf('>>')
  if (!id) return prepared
  return Buffer.concat([prepared.subarray(0, end), Buffer.from(`${id}\n`, 'latin1'), prepared.subarray(end)])
}

function roomFor({ certificates, privateKey }: SigningKey): number {
  const sizes = certificates.map((each) => forge.asn1.toDer(forge.pki.certificateToAsn1(each)).length())
  const keySize = (privateKey.asymmetricKeyDetails?.modulusLength ?? 4096) / 8
  return sizes.reduce((sum, size) => sum + size, 1024 + keySize)
}

/** CMS (PKCS#7), detached, SHA-256 with RSA, over the bytes. */
function detachedSignature(key: SigningKey, bytes: Buffer, time: Date): Buffer {
  const [own, ...above] = key.certificates
  if (!own) throw new Error('a signing key without a certificate')
  const message = forge.pkcs7.createSignedData()
  message.content = forge.util.createBuffer(bytes.toString('latin1'))
  for (const certificate of [own, ...above]) message.addCertificate(certificate)
  const { sha256 = '', contentType = '', data = '', signingTime = '', messageDigest = '' } = forge.pki.oids
  message.addSigner({
    key: nativeKey(key),
    certificate: withReadableIssuer(own),
    digestAlgorithm: sha256,
    authenticatedAttributes: [
      { type: contentType, value: data },
      // forge takes a date here, which its types do not know.
      { type: signingTime, value: time as unknown as string },
      { type: messageDigest },
    ],
  })
  message.sign({ detached: true })
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1')
}

/** forge encodes UTF-8 names again without having decoded them: the issuer would be another than the certificate's. */
function withReadableIssuer(certificate: forge.pki.Certificate): forge.pki.Certificate {
  const attributes = certificate.issuer.attributes.map((attribute) => ({
    ...attribute,
    value: isUtf8(attribute) ? forge.util.decodeUtf8(String(attribute.value)) : attribute.value,
  }))
  return { ...certificate, issuer: { ...certificate.issuer, attributes } }
}

function isUtf8({ valueTagClass }: forge.pki.CertificateField): boolean {
  return (valueTagClass as unknown) === forge.asn1.Type.UTF8
}

/** Signs with the system's own arithmetic: forge's takes a tenth of a second, in which nobody else is served. */
function nativeKey({ privateKey }: SigningKey): forge.pki.rsa.PrivateKey {
  const sign = (digest: forge.md.MessageDigest) => {
    const info = Buffer.concat([sha256Head, Buffer.from(digest.digest().getBytes(), 'latin1')])
    const padding = constants.RSA_PKCS1_PADDING
    return privateEncrypt({ key: privateKey, padding }, info).toString('latin1')
  }
  return { sign } as unknown as forge.pki.rsa.PrivateKey
}

/** What stands before a SHA-256 digest in a signature after PKCS#1. */
const sha256Head = Buffer.from('3031300d060960864801650304020105000420', 'hex')
