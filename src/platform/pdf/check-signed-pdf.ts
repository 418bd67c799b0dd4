import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { nameIn } from './signing-key.ts'

export interface CheckedSignature {
  /** The signed bytes are those that were signed, by the key of the certificate inside. */
  intact: boolean
  /** Nothing was added to the file after this signature. */
  coversFile: boolean
  signer: string
  /** SHA-256 of the signer's certificate, to be compared with one that is known. */
  fingerprint: string
  signedAt: Date | null
}

/**
 * The last signature of a PDF, checked anew from the bytes; null when there is none. Whether the certificate deserves
 * trust is another question.
 */
export function checkSignedPdf(bytes: Uint8Array): CheckedSignature | null {
  const pdf = Buffer.from(bytes)
  const range = rangeOf(pdf)
  if (!range) return null
  const [start, end, from, length] = range
  const signed = Buffer.concat([pdf.subarray(start, start + end), pdf.subarray(from, from + length)])
  // Between the signed parts stands the signature in hex digits and nothing else: bytes there are signed by nobody.
  const digits = /^<([0-9A-Fa-f]+)>$/.exec(pdf.toString('latin1', start + end, from))?.[1]
  const cms = digits ? readCms(Buffer.from(digits, 'hex')) : null
  if (!cms) return null
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(cms.certificate)).getBytes()
  const certificate = new X509Certificate(Buffer.from(der, 'latin1'))
  return {
    intact: isIntact(cms, signed, certificate),
    coversFile: start === 0 && from + length === pdf.length,
    signer: nameIn(cms.certificate),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    signedAt: cms.signedAt,
  }
}

type Range = [number, number, number, number]

function rangeOf(pdf: Buffer): Range | null {
  const at = pdf.lastIndexOf('/ByteRange')
  if (at === -1) return null
  const found = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(
    pdf.toString('latin1', at, at + 120),
  )
  return found ? (found.slice(1).map(Number) as Range) : null
}

interface Cms {
  certificate: forge.pki.Certificate
  attributes: forge.asn1.Asn1[]
  digest: Buffer
  signature: Buffer
  signedAt: Date | null
}

/** The parts of a CMS with one signer. The room after it is filled with zeros. */
function readCms(bytes: Buffer): Cms | null {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('latin1')), {
      parseAllBytes: false,
    } as never)
    const message = forge.pkcs7.messageFromAsn1(asn1) as forge.pkcs7.Captured<forge.pkcs7.PkcsSignedData>
    const signerInfo = partsOf((message.rawCapture as { signerInfos: forge.asn1.Asn1[] }).signerInfos[0])
    const attributes = partsOf(signerInfo[3])
    const [, serial] = partsOf(signerInfo[1])
    const wanted = hexOf(serial)
    const certificate = message.certificates.find(({ serialNumber }) => sameNumber(serialNumber, wanted))
    if (!certificate) return null
    return {
      certificate,
      attributes,
      digest: bytesOf(attributeValue(attributes, forge.pki.oids.messageDigest)),
      signature: bytesOf(signerInfo[5]),
      signedAt: timeOf(attributeValue(attributes, forge.pki.oids.signingTime)),
    }
  } catch {
    return null
  }
}

function isIntact(
  { attributes, digest, signature }: Cms,
  signed: Buffer,
  certificate: X509Certificate,
): boolean {
  if (!createHash('sha256').update(signed).digest().equals(digest)) return false
  // The attributes are signed as a SET, though they are sent under a tag of their own.
  const set = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, attributes)
  const bytes = Buffer.from(forge.asn1.toDer(set).getBytes(), 'latin1')
  return verify(
    'sha256',
    bytes,
    createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' })),
    signature,
  )
}

function partsOf(node: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] {
  if (!node || typeof node.value === 'string') throw new Error('not a list')
  return node.value
}

function bytesOf(node: forge.asn1.Asn1 | undefined): Buffer {
  if (!node || typeof node.value !== 'string') throw new Error('not bytes')
  return Buffer.from(node.value, 'latin1')
}

const hexOf = (node: forge.asn1.Asn1 | undefined): string => bytesOf(node).toString('hex')
const sameNumber = (one: string, other: string): boolean => BigInt(`0x${one}`) === BigInt(`0x${other}`)

function attributeValue(attributes: forge.asn1.Asn1[], oid: string | undefined): forge.asn1.Asn1 | undefined {
  const found = attributes.find(
    (attribute) => forge.asn1.derToOid(bytesOf(partsOf(attribute)[0]).toString('latin1')) === oid,
  )
  return found ? partsOf(partsOf(found)[1])[0] : undefined
}

function timeOf(node: forge.asn1.Asn1 | undefined): Date | null {
  if (!node || typeof node.value !== 'string') return null
  return node.type === forge.asn1.Type.UTCTIME
    ? forge.asn1.utcTimeToDate(node.value)
    : forge.asn1.generalizedTimeToDate(node.value)
}
