const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })

const sameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString()

export const timeOfDay = (instant: string) => clock.format(new Date(instant))

/** "10:02" today, "Thu, 19 Nov 2026, 10:02" otherwise. */
export function when(instant: string, now = new Date()): string {
  const date = new Date(instant)
  return sameDay(date, now) ? clock.format(date) : `${day.format(date)}, ${clock.format(date)}`
}

const civil = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "3 November 2026" for a date without a time, which is the same day everywhere. */
export const civilDay = (date: string) => civil.format(new Date(`${date}T00:00:00Z`))

/** Today's date here, as the services write one. */
export const today = (now = new Date()) =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
