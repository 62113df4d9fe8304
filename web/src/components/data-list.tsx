import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import styles from './data-list.module.css'

export interface Column<T> {
  heading: string
  cell: (row: T) => ReactNode
}

interface Props<T> {
  /** What the table is of, for those who do not see it. */
  caption: string
  rows: readonly T[]
  keyOf: (row: T, index: number) => string
  /** The first column names the row. */
  columns: readonly [Column<T>, ...Column<T>[]]
}

/** A table where there is room for one, a card for each row where there is not. */
export function DataList<T>({ caption, rows, keyOf, columns }: Props<T>) {
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const [first, ...others] = columns
  if (narrow) {
    return (
      <ul className={styles.cards} aria-label={caption}>
        {rows.map((row, index) => (
          <li key={keyOf(row, index)}>
            <div className={styles.name}>{first.cell(row)}</div>
            <dl>
              {others.map((column) => (
                <div key={column.heading}>
                  <dt>{column.heading}</dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.unseen}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.heading} scope="col">
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              <th scope="row">{first.cell(row)}</th>
              {others.map((column) => (
                <td key={column.heading}>{column.cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
