/**
 * The header that names a download (RFC 6266): the true name in UTF-8, and one without marks for programs that
 * cannot read it.
 */
export function contentDisposition(name: string, shown: 'inline' | 'attachment' = 'attachment'): string {
  const plain = unmarked(name).replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  return `${shown}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`
}

function unmarked(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

/** RFC 8187: what encodeURIComponent leaves and the header does not allow. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
