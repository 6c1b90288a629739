// Turns what was typed or pasted into the value of a cell, or says why that cannot be.
import type { TFunction } from 'i18next';
import type { Language } from '~/texts';
import { parseDay } from '../text/day';
import { parseDecimal } from '../text/decimal';
import type { CellEdit } from './types';

export type Read = { value: string } | { problem: string };

export function readCell<Row>(
  edit: CellEdit<Row>,
  typed: string,
  language: Language,
  t: TFunction<'ui'>,
): Read {
  const value = typed.trim() === '' ? '' : parsed(edit, typed.trim(), language);
  if (value === undefined) return { problem: problemOf(edit, t) };
  const problem = edit.check?.(value);
  return problem === undefined ? { value } : { problem };
}

function parsed<Row>(edit: CellEdit<Row>, text: string, language: Language): string | undefined {
  switch (edit.kind) {
    case 'number':
    case 'money':
      return parseDecimal(text, language);
    case 'day':
      return parseDay(text);
    case 'choice':
      return choice(edit, text);
    case 'text':
      return text;
  }
}

const choice = <Row>({ options = [] }: CellEdit<Row>, text: string): string | undefined =>
  options.find(
    ({ value, label }) => value === text || label.toLocaleLowerCase() === text.toLocaleLowerCase(),
  )?.value;

function problemOf<Row>(edit: CellEdit<Row>, t: TFunction<'ui'>): string {
  switch (edit.kind) {
    case 'number':
    case 'money':
      return t('form.notANumber');
    case 'day':
      return t('form.notADay');
    case 'choice':
      return t('form.notAChoice', {
        choices: (edit.options ?? []).map(({ label }) => label).join(', '),
      });
    case 'text':
      return t('form.notPossible');
  }
}
