// What the form of a change of many products says, as the server takes it.
import { refusalOf } from '~/api/problem';
import type { Values } from '~/platform/form';
import { isDecimal } from '~/ui/text/decimal';
import type { State, VatClass } from '../wire';
import type { EditChange } from './api';

export const editFields = ['category', 'state', 'vat', 'price', 'percent', 'cost', 'title', 'description'] as const;
export type EditField = (typeof editFields)[number];

export const isNumber = (field: EditField) =>
  field === 'price' || field === 'percent' || field === 'cost';

const hundredths = 100;

export function changeOf(field: EditField, value: Values, wrongNumber: string): EditChange {
  const given = value('value');
  const channel = value('channel') || null;
  const amount = () => {
    if (!isDecimal(given)) throw refusalOf('value', wrongNumber);
    return given;
  };
  switch (field) {
    case 'category':
      return { category: given };
    case 'state':
      return { state: given as State };
    case 'vat':
      return { vat: given as VatClass };
    case 'cost':
      return { cost: given === '' ? null : amount() };
    case 'price':
      return { price: { channel, currency: value('currency'), amount: amount() } };
    case 'percent':
      return {
        price: {
          channel,
          currency: value('currency'),
          percent_hundredths: Math.round(Number(amount()) * hundredths),
        },
      };
    case 'title':
    case 'description':
      return { text: { channel, language: value('language'), [field]: given } };
  }
}
