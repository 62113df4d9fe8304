import type { PersonOutcome, RuleResult, Verdict } from './types'

type Tone = 'good' | 'care' | 'bad' | 'open'

/** How certain each result is, for every page that shows one. Only a yes is ever shown as good. */
export const verdictTone: Record<Verdict, Tone> = { PERMIT: 'good', NEEDS_ACTION: 'care', DENY: 'bad' }

export const outcomeTone: Record<PersonOutcome, Tone> = {
  CLEARED: 'good',
  NOT_CLEARED: 'bad',
  NOT_ASKED: 'care',
  NOT_IDENTIFIABLE: 'open',
  NOT_KNOWN: 'bad',
}

export const resultTone: Record<RuleResult, Tone> = {
  PASS: 'good',
  FAIL: 'bad',
  WARN: 'care',
  ASK: 'care',
  NOT_CHECKED: 'open',
}
