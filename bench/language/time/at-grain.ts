/** A local moment ('YYYY-MM-DDTHH:mm:ss') cut to a grain, for comparing. */
export function atGrain(moment: string, grain: string): string {
  const [year = '', month = '', day = ''] = moment.slice(0, 10).split('-')
  switch (grain) {
    case 'year':
      return year
    case 'half-year':
      return `${year}-H${Number(month) <= 6 ? 1 : 2}`
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`
    case 'month':
      return `${year}-${month}`
    case 'week':
      return weekOf(Date.UTC(Number(year), Number(month) - 1, Number(day)))
    case 'day':
      return moment.slice(0, 10)
    case 'hour':
      return moment.slice(0, 13)
    case 'minute':
      return moment.slice(0, 16)
    default:
      return moment.slice(0, 19)
  }
}

const dayMs = 86_400_000

/** 'YYYY-Www' as ISO 8601 counts weeks. */
function weekOf(day: number): string {
  const thursday = new Date(day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * dayMs)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs))
  return `${year}-W${String(week).padStart(2, '0')}`
}
