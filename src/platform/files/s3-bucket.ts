import type { DriverContract } from 'flydrive/types'

export interface S3Settings {
  bucket: string
  region: string
  /** Of a store other than Amazon's, such as MinIO; null for Amazon's. */
  endpoint: string | null
  accessKeyId: string
  secretAccessKey: string
}

/**
 * A bucket of any store that speaks S3. Nothing is asked of it yet. Its client is large: it is loaded here only, so
 * that a program that keeps its files in a folder starts without it.
 */
export async function openBucket({
  bucket,
  region,
  endpoint,
  ...credentials
}: S3Settings): Promise<DriverContract> {
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new S3Driver({
    bucket,
    region,
    credentials,
    visibility: 'private',
    supportsACL: false,
    // Stores other than Amazon's may refuse checksums that they did not ask for.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  })
}
