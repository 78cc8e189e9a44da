/** What the engines spell differently in a table's definition. */
export interface Ddl {
  /** A key that the engine gives, never given twice. */
  readonly serial: string
  readonly bytes: string
  readonly searchIndex: readonly string[]
}

/** Statements that take the schema one version further. Forward only; one that was released is never changed. */
export type Migration = (ddl: Ddl) => readonly string[]
