export interface ReadingHabits {
  /** Month before day in figures, a clock of twelve hours, years without a word beside them. */
  readonly isEnglish: boolean
  /** Takes what may be a time for one, as where someone makes an appointment. */
  readonly isEager: boolean
}
