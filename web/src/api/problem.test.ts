import { expect, test } from 'vitest';
import { fieldErrors, Problem, problemIn } from './problem';

const refusal = (body: string, status = 422, headers: Record<string, string> = {}) =>
  problemIn(new Response(body, { status, headers }));

test('what is wrong with a field stands at that field, the first thing first', async () => {
  const problem = await refusal(
    JSON.stringify({
      title: 'Not all is well',
      code: 'invalid_fields',
      fields: [
        { pointer: '/name', code: 'required', message: 'Give a name.' },
        { pointer: '/name', code: 'range', message: 'Too short.' },
        { pointer: '/costs/0/a~1b', code: 'type', message: 'Not a number.' },
      ],
    }),
  );
  expect(fieldErrors(problem)).toEqual({ name: 'Give a name.', 'costs.0.a/b': 'Not a number.' });
});

test('an answer that is no problem+json is still a problem that can be shown', async () => {
  const problem = await refusal('<html>bad gateway</html>', 502);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ code: 'broken', status: 502, retryMayHelp: true });
});

test('the server says when to try again', async () => {
  const problem = await refusal('{"retry_may_help":true}', 429, { 'Retry-After': '7' });
  expect(problem.retryAfterSeconds).toBe(7);
});
