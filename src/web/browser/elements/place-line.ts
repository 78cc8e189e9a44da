export type Placed = 'added' | 'swapped' | 'left-out'

/**
 * Puts a line where it belongs, latest first: in place of the line of the same article, else into its day (made when it
 * is the first of it). A line older than all that are shown, when more follow on the next page, is left for that page.
 */
export function placeLine(column: HTMLElement, line: HTMLElement, more: boolean): Placed {
  const known = column.querySelector<HTMLElement>(`#${CSS.escape(line.id)}`)
  if (known !== null && known.dataset.at === line.dataset.at) {
    swap(known, line)
    return 'swapped'
  }
  const last = [...column.querySelectorAll<HTMLElement>('li.line')].at(-1)
  if (more && last !== undefined && comesBefore(last, line)) return 'left-out'
  known?.remove()
  const list = listOf(column, line)
  const next = [...list.children].find((other) => comesBefore(line, other as HTMLElement))
  list.insertBefore(line, next ?? null)
  return known === null ? 'added' : 'swapped'
}

/** Focus stays with the headline, when it had it. */
function swap(known: HTMLElement, line: HTMLElement): void {
  const focused = known.contains(document.activeElement)
  known.replaceWith(line)
  if (focused) line.querySelector<HTMLElement>('[data-line]')?.focus({ preventScroll: true })
}

function listOf(column: HTMLElement, line: HTMLElement): HTMLElement {
  const { day = '', dayName = '' } = line.dataset
  const days = [...column.querySelectorAll<HTMLElement>('section.day')]
  const known = days.find((section) => section.dataset.day === day)?.querySelector('ol')
  if (known !== undefined && known !== null) return known
  const section = document.createElement('section')
  section.className = 'day'
  section.dataset.day = day
  section.setAttribute('aria-labelledby', `day-${day}`)
  const heading = document.createElement('h2')
  heading.id = `day-${day}`
  heading.textContent = dayName
  const list = document.createElement('ol')
  section.append(heading, list)
  const next = days.find((other) => (other.dataset.day ?? '') < day)
  if (next === undefined) column.append(section)
  else next.before(section)
  column.querySelector('.empty')?.remove()
  return list
}

/** Latest first; of the same time, the one filed later. */
function comesBefore(one: HTMLElement, other: HTMLElement): boolean {
  const byTime = Number(one.dataset.at) - Number(other.dataset.at)
  return byTime === 0 ? Number(one.dataset.id) > Number(other.dataset.id) : byTime > 0
}
