export interface FieldProblem {
  /** JSON pointer into what was sent, such as /people/2. */
  pointer: string
  message: string
}

/** The service answered and refused, in the words of its application/problem+json. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly errors: FieldProblem[] = [],
    readonly traceId: string | null = null,
    /** How things stand now, where the command ran into that. */
    readonly present: unknown = null,
  ) {
    super(`${status} ${code}`)
    this.name = 'ProblemError'
  }
}

/** Nobody answered: no network, or the connection broke. Whether a command had an effect is not known. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'UnreachableError'
  }
}

export async function problemOf(answer: Response): Promise<ProblemError> {
  let body: Record<string, unknown> = {}
  try {
    const parsed: unknown = await answer.json()
    if (parsed && typeof parsed === 'object') body = parsed as Record<string, unknown>
  } catch {
    // A body that is not JSON says nothing a person could use.
  }
  const errors = Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : []
  return new ProblemError(
    answer.status,
    typeof body.code === 'string' ? body.code : `http.${answer.status}`,
    typeof body.title === 'string' ? body.title : '',
    errors.filter((error) => typeof error?.pointer === 'string' && typeof error?.message === 'string'),
    typeof body.traceId === 'string' ? body.traceId : null,
    body.present ?? null,
  )
}

export const isProblem = (error: unknown, status?: number): error is ProblemError =>
  error instanceof ProblemError && (status === undefined || error.status === status)
