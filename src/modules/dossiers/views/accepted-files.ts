/** What browsers offer to choose from for evidence; what is kept is decided by the content. */
export const acceptedFiles = 'application/pdf,image/jpeg,image/png,image/webp'
