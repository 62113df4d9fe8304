import type { OptionField, OptionValue } from '../../api/types'

export type Answers = Record<string, OptionValue | undefined>

interface Shape {
  kind: string
  fields?: OptionField[]
  keyedBy: string | null
  everyOther: string | null
}

export const asList = (value: OptionValue | undefined): OptionValue[] => (Array.isArray(value) ? value : [])

export const asMap = (value: OptionValue | undefined): Answers =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}

/** The parts that have a meaning with these answers. */
export const asked = (fields: OptionField[] | undefined, answers: Answers) =>
  (fields ?? []).filter(({ when }) => when === null || when.parts.some((part) => answers[part] === when.value))

/** What a form starts with where nothing is on record: no choice is made for anybody. */
export function startOf(shape: Shape): OptionValue | undefined {
  if (shape.kind === 'MULTI') return []
  if (shape.kind === 'ROWS') {
    return shape.everyOther && shape.keyedBy
      ? [{ ...asMap(startOf({ ...shape, kind: 'OBJECT' })), [shape.keyedBy]: shape.everyOther } as OptionValue]
      : []
  }
  if (shape.kind !== 'OBJECT') return undefined
  const parts: Answers = {}
  for (const field of shape.fields ?? []) {
    const start = startOf(field)
    if (start !== undefined) parts[field.name] = start
  }
  return parts as OptionValue
}

/** What is sent: without the parts that are not asked for with these answers. */
export function cleaned(shape: Shape, value: OptionValue | undefined): OptionValue {
  if (value === undefined || value === null) return null
  if (shape.kind === 'ROWS') return asList(value).map((row) => cleaned({ ...shape, kind: 'OBJECT' }, row))
  if (shape.kind !== 'OBJECT') return value
  const answers = asMap(value)
  const kept: Record<string, OptionValue> = {}
  for (const field of asked(shape.fields, answers)) {
    const answer = cleaned(field, answers[field.name])
    if (answer !== null) kept[field.name] = answer
  }
  return kept
}
