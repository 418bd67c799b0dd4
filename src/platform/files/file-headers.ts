import { contentDisposition } from './content-disposition.ts'
import type { StoredFile } from './stored-file-store.ts'

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp']

/**
 * What a kept file is served with. Only pictures and PDF are ever shown in the page; the browser may not guess
 * another type. A PDF has no sandbox: the viewers of Chrome and Safari refuse to start in one.
 */
export function fileHeaders(
  file: Pick<StoredFile, 'name' | 'contentType' | 'sha256' | 'size'>,
  shown: 'inline' | 'attachment',
): Record<string, string> {
  const isPicture = pictureTypes.includes(file.contentType)
  const mayShow = isPicture || file.contentType === 'application/pdf'
  return {
    'content-type': file.contentType,
    'content-length': String(file.size),
    'content-disposition': contentDisposition(file.name, mayShow ? shown : 'attachment'),
    'content-security-policy': isPicture || !mayShow ? `${closed}; sandbox` : `${closed}; object-src 'self'`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // The bytes behind an id never change, but who may read them does: only the reader's own browser keeps them.
    'cache-control': 'private, max-age=0, must-revalidate',
    etag: `"${file.sha256}"`,
  }
}

const closed = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'"
