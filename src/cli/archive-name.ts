/** An archive as it may be shown: the path of a file, or the address of a database without its password. */
export function archiveName(database: string): string {
  return database.replace(/:\/\/([^:@/]*):.*@/, '://$1:…@')
}
