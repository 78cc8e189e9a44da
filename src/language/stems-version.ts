/**
 * Which stems this code makes. Raise it with every change that makes other stems of the same words: what is in an archive
 * is then indexed anew (`wiredesk reindex`). A test holds it.
 */
export const stemsVersion = 1
