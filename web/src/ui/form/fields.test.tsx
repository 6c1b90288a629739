import { fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { setLanguage, startTexts } from '~/texts';
import { UiProvider } from '../UiProvider';
import { DateField } from './DateField';
import { MoneyField, NumberField } from './NumberField';

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
});

function type(label: string, text: string) {
  const input = screen.getByLabelText(label);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
  return input;
}

describe('a number', () => {
  test('is shown and read with a decimal comma', () => {
    const onChange = vi.fn();
    render(
      <UiProvider>
        <MoneyField label="Bedrag" defaultValue="1250.5" onChange={onChange} />
      </UiProvider>,
    );
    expect(screen.getByLabelText('Bedrag')).toHaveProperty('value', '1.250,5');
    type('Bedrag', '€ 2.000,75');
    expect(onChange).toHaveBeenLastCalledWith('2000.75');
  });

  test('that cannot be read stays as typed, with a message tied to it', () => {
    const onChange = vi.fn();
    render(
      <UiProvider>
        <NumberField label="Aantal" onChange={onChange} />
      </UiProvider>,
    );
    const input = type('Aantal', 'tien');
    expect(input).toHaveProperty('value', 'tien');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const message = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(message?.textContent).toContain('geen getal');
    expect(onChange).toHaveBeenLastCalledWith('tien');
  });
});

describe('a day', () => {
  test('is read as typed and shown in full', () => {
    const onChange = vi.fn();
    render(
      <UiProvider>
        <DateField label="Vanaf" onChange={onChange} />
      </UiProvider>,
    );
    const input = type('Vanaf', '1-12-26');
    expect(onChange).toHaveBeenLastCalledWith('2026-12-01');
    expect(input).toHaveProperty('value', '1 dec 2026');
  });

  test('that does not exist is named', () => {
    render(
      <UiProvider>
        <DateField label="Vanaf" />
      </UiProvider>,
    );
    type('Vanaf', '30-2-2026');
    expect(screen.getByRole('alert').textContent).toContain('geen dag');
  });
});
