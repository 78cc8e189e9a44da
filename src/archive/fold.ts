/** One spelling for names that differ only in case or in Unicode composition. */
export function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}
