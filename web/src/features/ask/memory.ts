/**
 * What this browser remembers for one person at one setting: the account used last and which answers were about whom.
 * Ids only. Names are read again from the service, by somebody who is signed in and may see them.
 */

interface Group {
  decision: string
  people: string[]
}

interface Memory {
  account: string | null
  groups: Group[]
}

const kept = 5
const place = (person: string, setting: string) => `clearpost.ask.${person}.${setting}`

export function recall(person: string, setting: string): Memory {
  try {
    const found = JSON.parse(localStorage.getItem(place(person, setting)) ?? '{}') as Partial<Memory>
    return {
      account: typeof found.account === 'string' ? found.account : null,
      groups: Array.isArray(found.groups) ? found.groups : [],
    }
  } catch {
    return { account: null, groups: [] }
  }
}

export function remember(person: string, setting: string, account: string, group: Group) {
  const same = (other: Group) => [...other.people].sort().join() === [...group.people].sort().join()
  const before = recall(person, setting).groups.filter((other) => !same(other))
  const groups = group.people.length > 0 ? [group, ...before].slice(0, kept) : before
  try {
    localStorage.setItem(place(person, setting), JSON.stringify({ account, groups } satisfies Memory))
  } catch {
    // Storage may be switched off or full; nothing is remembered then.
  }
}
