import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './page.module.css'

let shownBefore = false

/** Names the tab and, after the first page, moves the focus to the heading so that a screen reader starts there. */
export function usePageTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Clearpost`
  }, [title])
  useEffect(() => {
    if (shownBefore) heading.current?.focus({ preventScroll: true })
    shownBefore = true
  }, [])
  return heading
}

interface Props {
  title: string
  lead?: ReactNode
  wide?: boolean
  children: ReactNode
}

export function Page({ title, lead, wide = false, children }: Props) {
  const heading = usePageTitle(title)
  return (
    <div className={wide ? `${styles.page} ${styles.wide}` : styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </div>
  )
}

export function Section({ title, children, id }: { title: string; children: ReactNode; id?: string }) {
  const heading = useId()
  return (
    <section className={styles.section} aria-labelledby={heading} id={id}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}
