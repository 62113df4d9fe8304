export type Tone = 'good' | 'care' | 'bad' | 'open'

const strokes: Record<Tone, string> = {
  good: 'm5 12.5 4.5 4.5L19 7.5',
  care: 'M12 5.5v8M12 17.5v1',
  bad: 'm6.5 6.5 11 11m0-11-11 11',
  open: 'M6 12h12',
}

/** Never alone: always beside the word it stands for. */
export function Symbol({ tone, size = 20 }: { tone: Tone; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[tone]} fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}
