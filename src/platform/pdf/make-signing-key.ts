import { generateKeyPair, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { newId } from '#platform/ids.ts'

/** The PKCS#12 file (no password) of `keys/signing.p12`, which only this user may read; made when it is not there. */
export async function makeSigningKey(dataDir: string, now: Date): Promise<Buffer> {
  const file = join(dataDir, 'keys', 'signing.p12')
  const known = await readFile(file).catch(absent)
  if (known) return known
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  const draft = `${file}.${newId()}`
  await writePrivate(draft, await newP12(now))
  // Of two processes that start at once one links its key; the other finds that it is there, and uses it.
  await link(draft, file).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'EEXIST') throw thrown
  })
  await rm(draft)
  return readFile(file)
}

function absent(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null
  throw thrown
}

async function writePrivate(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function newP12(now: Date): Promise<Buffer> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const key = forge.pki.privateKeyFromPem(pair.privateKey)
  const certificate = selfSigned(key, forge.pki.publicKeyFromPem(pair.publicKey), now)
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], '', { algorithm: 'aes256' })
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1')
}

function selfSigned(
  key: forge.pki.rsa.PrivateKey,
  publicKey: forge.pki.PublicKey,
  now: Date,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = now
  certificate.validity.notAfter = new Date(now.getTime() + 20 * 365.25 * 24 * 60 * 60 * 1000)
  // The name says what it is: nobody may take it for a certificate of official duty.
  // forge wants the type of the text here; its types say the class.
  const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class
  const name = [
    { shortName: 'CN', value: 'Sao Làng (khóa tự tạo)', valueTagClass: utf8 },
    { shortName: 'C', value: 'VN' },
  ]
  certificate.setSubject(name)
  certificate.setIssuer(name)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(key, forge.md.sha256.create())
  return certificate
}
