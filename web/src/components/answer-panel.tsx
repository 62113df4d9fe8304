import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react'
import styles from './answer-panel.module.css'
import { Symbol, type Tone } from './symbols'

interface Props {
  tone: Tone
  /** The answer in a word or two. */
  word: string
  /** What it is the answer to, for those who hear the heading alone. */
  about?: string
  /** The answer in one sentence. */
  sentence: string
  /** For an answer that appears while somebody waits on the page: read out and given the focus. */
  urgent?: boolean
  heading?: 'h1' | 'h2'
  headingRef?: Ref<HTMLHeadingElement>
  children?: ReactNode
}

/** The answer first: symbol, word and colour, then one sentence. */
export function AnswerPanel({
  tone,
  word,
  about,
  sentence,
  urgent = false,
  heading: Heading = 'h2',
  headingRef,
  children,
}: Props) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (urgent) panel.current?.focus()
  }, [urgent])

  return (
    <div
      ref={panel}
      role={urgent ? 'alert' : 'group'}
      aria-labelledby={urgent ? undefined : id}
      tabIndex={urgent ? -1 : undefined}
      data-quiet-focus
      className={`${styles.panel} ${styles[tone]}`}
    >
      <Heading ref={headingRef} id={id} className={styles.word} tabIndex={Heading === 'h1' ? -1 : undefined}>
        <span className={styles.mark} aria-hidden="true">
          <Symbol tone={tone} />
        </span>
        <span>
          {about && <span className={styles.unseen}>{about}: </span>}
          {word}
        </span>
      </Heading>
      <p className={styles.sentence}>{sentence}</p>
      {children && <div className={styles.more}>{children}</div>}
    </div>
  )
}
