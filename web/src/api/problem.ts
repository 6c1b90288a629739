// The one error of the web app: a refusal of the server (problem+json), or no answer at all. Its
// message is in the reader's language and can be shown as it is.
import i18next from 'i18next';

export interface ProblemField {
  pointer: string; // '/name', or '?after' for a parameter
  code: string;
  message: string;
}

export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    message: string,
    readonly code: string,
    readonly status: number, // 0: no answer
    readonly retryMayHelp: boolean,
    readonly fields: readonly ProblemField[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  get offline(): boolean {
    return this.status === 0;
  }
  // Someone else changed it since it was read.
  get changed(): boolean {
    return this.status === 412;
  }
}

interface ProblemJson {
  title?: string;
  code?: string;
  retry_may_help?: boolean;
  fields?: ProblemField[];
}

export const noConnection = () => new Problem(i18next.t('api:offline'), 'offline', 0, true);

export async function problemIn(response: Response): Promise<Problem> {
  const after = Number(response.headers.get('Retry-After'));
  const body = await response.json().then(
    (json: unknown) => json as ProblemJson,
    (): ProblemJson => ({}),
  );
  return new Problem(
    body.title ?? i18next.t('api:broken', { status: response.status }),
    body.code ?? 'broken',
    response.status,
    body.retry_may_help ?? response.status >= 500,
    body.fields ?? [],
    after > 0 ? after : null,
  );
}

// Whatever was thrown, as a problem that can be shown.
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(i18next.t('api:surprise'), 'surprise', 0, false);
}

// What a form refuses by itself, as the server would.
export const refusalOf = (field: string, message: string): Problem =>
  new Problem(message, 'invalid_fields', 422, false, [
    { pointer: `/${field}`, code: 'required', message },
  ]);

// '/costs/0/amount' as a form knows it: 'costs.0.amount'.
const pathOf = (pointer: string) =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

// What is wrong with each field of a form. What belongs to no field stays in the message.
export function fieldErrors(error: unknown): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!(error instanceof Problem)) return errors;
  for (const { pointer, message } of error.fields) errors[pathOf(pointer)] ??= message;
  return errors;
}

// The one sentence that says most: what is wrong with the first field, or what is wrong at all.
export const messageOf = (problem: Problem | null): string | undefined =>
  problem ? (Object.values(fieldErrors(problem))[0] ?? problem.message) : undefined;
