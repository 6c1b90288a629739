// The columns of the list.
import type { TFunction } from 'i18next';
import type { ChannelNames } from '~/platform/channels';
import type { People } from '~/platform/people';
import { Tag, type Tone } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import type { useWords } from './useWords';
import type { Conflict, State } from './wire';

interface Tools {
  t: TFunction<'conflicts'>;
  formats: Formats;
  channels: ChannelNames;
  people: People;
  words: ReturnType<typeof useWords>;
}

export const stateTones: Record<State, Tone> = { open: 'warn', accepted: 'neutral', resolved: 'good' };

export function conflictColumns({ t, formats, channels, people, words }: Tools): Column<Conflict>[] {
  const side = (channel: string | null | undefined, says: string) =>
    `${channel ? channels.nameOf(channel) : t('sluis')}: ${says}`;
  return [
    {
      id: 'name',
      title: t('fields.name'),
      width: 220,
      primary: true,
      sortable: true,
      phone: 'title',
      text: words.subjectOf,
      cell: (row) => <span dir="auto">{words.subjectOf(row)}</span>,
    },
    { id: 'kind', title: t('fields.kind'), width: 130, phone: 'line', text: ({ kind }) => t(`kinds.${kind}`) },
    {
      id: 'one',
      title: t('fields.one'),
      width: 230,
      phone: 'line',
      text: (row) => side(row.channel, words.valueOf(row, row.value)),
    },
    {
      id: 'other',
      title: t('fields.other'),
      width: 230,
      phone: 'line',
      text: (row) => side(row.other, words.valueOf(row, row.other_value)),
    },
    {
      id: 'stake',
      title: t('fields.stake'),
      width: 120,
      align: 'end',
      sortable: true,
      phone: 'value',
      text: words.stakeOf,
    },
    {
      id: 'since',
      title: t('fields.since'),
      width: 120,
      sortable: true,
      text: ({ since }) => formats.date(formats.dayOf(since)),
    },
    {
      id: 'state',
      title: t('fields.state'),
      width: 120,
      phone: 'tag',
      text: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>,
    },
    { id: 'owner', title: t('fields.owner'), width: 140, text: ({ owner }) => people.nameOf(owner) },
  ];
}
