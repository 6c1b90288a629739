// The columns of the grid of products.
import type { TFunction } from 'i18next';
import { Tag } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import type { Listed } from './wire';
import { stateOptions, stateTones, vatOptions } from './words';

interface Tools {
  t: TFunction<'catalog'>;
  formats: Formats;
}

export const productColumns = ({ t, formats }: Tools): Column<Listed>[] => [
  {
    id: 'name',
    title: t('fields.name'),
    width: 300,
    primary: true,
    sortable: true,
    phone: 'title',
    text: ({ name }) => name,
    cell: ({ name }) => <span dir="auto">{name}</span>,
    edit: {
      kind: 'text',
      value: ({ name }) => name,
      check: (value) => (value === '' ? t('nameMissing') : undefined),
    },
  },
  {
    id: 'category',
    title: t('fields.category'),
    width: 240,
    phone: 'line',
    text: ({ category }) => category,
    edit: { kind: 'text', value: ({ category }) => category },
  },
  {
    id: 'state',
    title: t('fields.state'),
    width: 120,
    phone: 'tag',
    text: ({ state }) => t(`states.${state}`),
    cell: ({ state }) => (
      <Tag tone={stateTones[state]} dot={state === 'on_sale'}>
        {t(`states.${state}`)}
      </Tag>
    ),
    edit: { kind: 'choice', value: ({ state }) => state, options: stateOptions(t) },
  },
  {
    id: 'vat',
    title: t('fields.vat'),
    width: 120,
    text: ({ vat }) => t(`vatClasses.${vat}`),
    edit: { kind: 'choice', value: ({ vat }) => vat, options: vatOptions(t) },
  },
  {
    id: 'variants',
    title: t('fields.variants'),
    width: 110,
    align: 'end',
    text: ({ variants }) => formats.number(variants),
  },
  {
    id: 'options',
    title: t('fields.options'),
    width: 170,
    text: ({ options }) => options.join(', '),
  },
  {
    id: 'changed',
    title: t('fields.changed'),
    width: 170,
    sortable: true,
    text: ({ changed }) => formats.dateTime(changed),
  },
  {
    id: 'created',
    title: t('fields.created'),
    width: 170,
    hidden: true,
    text: ({ created }) => formats.dateTime(created),
  },
];
