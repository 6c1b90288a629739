import { fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import i18next from 'i18next';
import { setLanguage, startTexts, textsOf } from '~/texts';
import { UiProvider } from '~/ui/UiProvider';
import type { Cost } from '../wire';
import { CostDialog } from './CostDialog';

const onSave = vi.fn<(cost: Cost) => void>();

beforeAll(async () => {
  await Promise.all([startTexts(), textsOf('channels')]);
  await setLanguage('nl');
  await i18next.loadNamespaces('channels');
});

beforeEach(() => {
  onSave.mockClear();
  render(
    <UiProvider>
      <CostDialog
        cost={undefined}
        currency="EUR"
        onSave={onSave}
        onRemove={vi.fn()}
        onClose={vi.fn()}
      />
    </UiProvider>,
  );
});

const fill = (label: string, value: string) => {
  const input = screen.getByLabelText(new RegExp(`^${label}`));
  fireEvent.change(input, { target: { value } });
  fireEvent.blur(input);
};
const save = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Bewaren' }));
};

test('reads an amount with a decimal comma and a typed day', () => {
  fill('Bedrag', '1.250,50');
  fill('Vanaf', '1-3-2026');
  fireEvent.change(screen.getByLabelText('Per'), { target: { value: 'year' } });
  save();
  expect(onSave).toHaveBeenCalledWith(
    expect.objectContaining({
      amount: '1250.50',
      per: 'year',
      from: '2026-03-01',
      currency: 'EUR',
      to: null,
    }),
  );
});

test('says at the field what is missing or wrong, and keeps what was typed', () => {
  fill('Bedrag', 'veel');
  fill('Tot', '1-1-2020');
  save();
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.getByLabelText('Bedrag').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Bedrag')).toHaveProperty('value', 'veel');
  expect(screen.getByText(/De laatste dag moet na de eerste liggen/)).toBeDefined();
});
