// The columns of the grid of offers.
import type { TFunction } from 'i18next';
import { Tag } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import { ActIcon } from '../ActIcon';
import classes from '../decisions.module.css';
import type { Offer, Placement } from '../wire';
import { type OfferState, tones } from './state';
import { daysOf } from './validity';

export type Words = TFunction<'decisions'>;

// An offer with what other records say of it.
export interface Row extends Offer {
  state: OfferState;
  places: readonly Placement[];
  teamName: string;
}

interface Tools {
  t: Words;
  formats: Formats;
}

export function validityWords(offer: Pick<Offer, 'from' | 'until'>, { t, formats }: Tools): string {
  const { first, last } = daysOf(offer, formats.dayOf);
  if (first && last) return formats.range(first, last);
  if (first) return t('validity.from', { day: formats.date(first) });
  return last ? t('validity.until', { day: formats.date(last) }) : t('validity.always');
}

export const capWords = ({ cap_times: times, cap_days: days }: Offer, t: Words): string =>
  t('cap', { times: t('times', { count: times }), days: t('days', { count: days }) });

export const offerColumns = (tools: Tools): Column<Row>[] => {
  const { t, formats } = tools;
  return [
    {
      id: 'name',
      title: t('fields.name'),
      width: 240,
      primary: true,
      sortable: true,
      phone: 'title',
      text: ({ name }) => name,
      cell: ({ name, act }) => (
        <span className={classes.named}>
          <ActIcon act={act} />
          <span dir="auto">{name}</span>
        </span>
      ),
    },
    {
      id: 'state',
      title: t('fields.state'),
      width: 130,
      sortable: true,
      phone: 'tag',
      text: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => (
        <Tag tone={tones[state]} dot={state === 'running'}>
          {t(`states.${state}`)}
        </Tag>
      ),
    },
    {
      id: 'act',
      title: t('fields.act'),
      width: 165,
      sortable: true,
      phone: 'line',
      text: ({ act }) => t(`acts.${act}`),
    },
    {
      id: 'team',
      title: t('fields.team'),
      width: 110,
      sortable: true,
      text: ({ teamName }) => teamName || '–',
    },
    {
      id: 'places',
      title: t('fields.places'),
      width: 205,
      phone: 'line',
      text: ({ places }) => places.map(({ name }) => name).join(', ') || '–',
    },
    {
      id: 'validity',
      title: t('fields.validity'),
      width: 170,
      sortable: true,
      text: (row) => validityWords(row, tools),
    },
    { id: 'cap', title: t('fields.cap'), width: 150, text: (row) => capWords(row, t) },
    {
      id: 'changed',
      title: t('fields.changed'),
      width: 170,
      hidden: true,
      sortable: true,
      text: ({ changed }) => formats.dateTime(changed),
    },
  ];
};
