import { fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { noConnection } from '~/api/problem';
import { setLanguage, startTexts } from '~/texts';
import { UiProvider } from '~/ui/UiProvider';
import { Loaded } from './Loaded';

beforeAll(async () => {
  await startTexts();
  await setLanguage('en');
});

const shown = (data: string | undefined, error: unknown = null) => {
  const refetch = vi.fn();
  render(
    <UiProvider>
      <Loaded query={{ data, error, refetch }}>{(answer) => <p>{answer}</p>}</Loaded>
    </UiProvider>,
  );
  return refetch;
};

test('says that it is on its way until there is an answer or an error', () => {
  shown(undefined);
  expect(screen.getByRole('status')).toBeDefined();
});

test('says what went wrong, and asks again', () => {
  const refetch = shown(undefined, noConnection());
  expect(screen.queryByRole('status')).toBeNull();
  fireEvent.click(screen.getByRole('button'));
  expect(refetch).toHaveBeenCalledOnce();
});

test('keeps the answer that is there when asking again fails', () => {
  shown('Answer', noConnection());
  expect(screen.getByText('Answer')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});
