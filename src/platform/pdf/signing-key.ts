import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import forge from 'node-forge'
import { makeSigningKey } from './make-signing-key.ts'
import { deriveTextKey } from './sign-text.ts'

/** What this installation signs with. */
export interface SigningKey {
  /** PKCS#12 as it was opened. */
  p12: Buffer
  password: string
  privateKey: KeyObject
  /** The signer's certificate and those above it, the signer's first. */
  certificates: forge.pki.Certificate[]
  /** The name in the certificate, for people. */
  signer: string
  /** Ed25519, derived from the private key: signs the short texts of QR codes. */
  textKey: KeyObject
  textPublicKey: KeyObject
}

export interface SigningSettings {
  /** Where a key of its own is made when none is given: `keys/signing.p12`. */
  dataDir: string
  /** A PKCS#12 file with an RSA key and its certificates, as an authority hands it out. */
  p12File: string | null
  password: string | null
}

/**
 * The key of this installation: the one that the settings name, or one of its own, made when first asked for and
 * never again. Its certificate then is its own word only.
 * @throws Error in words when the file cannot be opened with the password, or holds no RSA key
 */
export async function openSigningKey(settings: SigningSettings, now: Date): Promise<SigningKey> {
  const password = settings.p12File ? (settings.password ?? '') : ''
  const p12 = settings.p12File
    ? await readFile(settings.p12File)
    : await makeSigningKey(settings.dataDir, now)
  return readSigningKey(p12, password)
}

export function readSigningKey(p12: Buffer, password: string): SigningKey {
  const bags = openP12(p12, password)
  const key = bags.keys[0]
  if (!key) throw new Error('The signing file holds no RSA key. See docs/operating.md.')
  const privateKey = createPrivateKey(forge.pki.privateKeyToPem(key))
  const certificates = signerFirst(bags.certificates, privateKey)
  const own = certificates[0]
  if (!own) throw new Error('The signing file holds no certificate of its key. See docs/operating.md.')
  const textKey = deriveTextKey(privateKey)
  const signer = nameIn(own)
  return { p12, password, privateKey, certificates, signer, textKey, textPublicKey: createPublicKey(textKey) }
}

/** SHA-256 of the installation's own certificate, as `checkSignedPdf` names it. */
export function fingerprintOf({ certificates: [own] }: SigningKey): string {
  if (!own) throw new Error('a signing key without a certificate')
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(own)).getBytes()
  return createHash('sha256').update(Buffer.from(der, 'latin1')).digest('hex')
}

/** The common name of a certificate's holder. */
export function nameIn(certificate: forge.pki.Certificate): string {
  const value = certificate.subject.getField('CN')?.value
  return typeof value === 'string' ? decoded(value) : ''
}

/** forge leaves UTF-8 undone. */
function decoded(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8')
}

function openP12(p12: Buffer, password: string) {
  try {
    const asn1 = forge.asn1.fromDer(p12.toString('latin1'))
    const opened = forge.pkcs12.pkcs12FromAsn1(asn1, false, password)
    const bagsOf = (type: string) => opened.getBags({ bagType: type })[type] ?? []
    const { certBag = '', pkcs8ShroudedKeyBag = '', keyBag = '' } = forge.pki.oids
    const keys = [...bagsOf(pkcs8ShroudedKeyBag), ...bagsOf(keyBag)].flatMap(({ key }) => (key ? [key] : []))
    return { keys, certificates: bagsOf(certBag).flatMap(({ cert }) => (cert ? [cert] : [])) }
  } catch {
    throw new Error(
      'The signing file cannot be opened: wrong password, or not PKCS#12. See docs/operating.md.',
    )
  }
}

function signerFirst(certificates: forge.pki.Certificate[], privateKey: KeyObject): forge.pki.Certificate[] {
  const own = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })
  const isOwn = (certificate: forge.pki.Certificate) =>
    createPublicKey(forge.pki.publicKeyToPem(certificate.publicKey)).export({
      type: 'spki',
      format: 'pem',
    }) === own
  const signer = certificates.find(isOwn)
  return signer ? [signer, ...certificates.filter((certificate) => certificate !== signer)] : []
}
