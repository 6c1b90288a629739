// The columns of the log of decisions.
import type { TFunction } from 'i18next';
import { Tag } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import type { Decision } from '../wire';
import { cameOf, tones } from './reasons';

export interface Names {
  offer: (id: string) => string;
  place: (id: string) => string;
  segment: (id: string) => string;
}

interface Tools {
  t: TFunction<'decisions'>;
  formats: Formats;
  names: Names;
}

// What the customer got: an offer, or nothing with why.
const gotWords = ({ offer, held_out: held, gate }: Decision, { t, names }: Tools): string => {
  if (offer && !held) return names.offer(offer);
  if (offer) return t('log.heldFrom', { name: names.offer(offer) });
  return gate ? t('log.nothingFor', { why: t(`gates.${gate}`) }) : t('log.nothing');
};

export const logColumns = (tools: Tools): Column<Decision>[] => {
  const { t, formats, names } = tools;
  return [
    {
      id: 'offer',
      title: t('log.got'),
      width: 300,
      primary: true,
      phone: 'title',
      text: (row) => gotWords(row, tools),
    },
    {
      id: 'reason',
      title: t('log.reason'),
      width: 170,
      phone: 'tag',
      text: ({ reason }) => t(`reasons.${reason}`),
      cell: ({ reason }) => (
        <Tag tone={tones[reason]} dot={reason === 'chosen'}>
          {t(`reasons.${reason}`)}
        </Tag>
      ),
    },
    {
      id: 'ts',
      title: t('log.when'),
      width: 180,
      phone: 'line',
      text: ({ ts }) => formats.dateTime(ts),
    },
    {
      id: 'placement',
      title: t('fields.place'),
      width: 160,
      phone: 'line',
      text: ({ placement }) => names.place(placement),
    },
    {
      id: 'probability',
      title: t('log.chance'),
      width: 90,
      align: 'end',
      text: ({ probability }) => formats.percent(probability),
    },
    {
      id: 'came',
      title: t('log.came'),
      width: 150,
      text: (row) => t(`came.${cameOf(row)}`),
    },
    {
      id: 'phase',
      title: t('log.phase'),
      width: 120,
      hidden: true,
      text: ({ phase }) => t(`phases.${phase}`),
    },
    {
      id: 'segment',
      title: t('log.segment'),
      width: 150,
      hidden: true,
      text: ({ segment }) => (segment ? names.segment(segment) : '–'),
    },
    {
      id: 'policy',
      title: t('log.version'),
      width: 90,
      align: 'end',
      hidden: true,
      text: ({ policy }) => formats.number(policy),
    },
  ];
};
