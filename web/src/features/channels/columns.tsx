// The columns of the worksheet.
import type { TFunction } from 'i18next';
import { Meter } from '~/ui/chart/Bars';
import { Dot } from '~/ui/control/Dot';
import { Tag } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import type { People } from '~/platform/people';
import type { Measured } from './measured';
import { measuredColumns } from './measuredColumns';
import type { Listed } from './wire';
import { formOptions, needs, phaseList, seriesOf, stateTones } from './words';
import classes from './channels.module.css';
import { PhaseDots } from './PhaseDots';

interface Tools {
  t: TFunction<'channels'>;
  formats: Formats;
  people: People;
  costsShown: boolean;
  measured: Measured;
}

export function channelColumns(tools: Tools): Column<Listed>[] {
  const figures = tools.costsShown ? [cost(tools), ...measuredColumns(tools)] : [];
  return [...plan(tools), ...figures, ...rest(tools)];
}

const plan = ({ t, formats, people }: Tools): Column<Listed>[] => [
  {
    id: 'name',
    title: t('fields.name'),
    width: 204,
    primary: true,
    sortable: true,
    phone: 'title',
    text: ({ name }) => name,
    cell: ({ name, form }) => (
      <span className={classes.name}>
        <Dot series={seriesOf(form)} />
        <span className={classes.words} dir="auto">
          {name}
        </span>
      </span>
    ),
    edit: {
      kind: 'text',
      value: ({ name }) => name,
      check: (value) => (value === '' ? t('create.nameMissing') : undefined),
    },
  },
  {
    id: 'state',
    title: t('fields.state'),
    width: 110,
    sortable: true,
    phone: 'tag',
    text: ({ state }) => t(`states.${state}`),
    cell: ({ state }) => (
      <Tag tone={stateTones[state]} dot={state === 'live'}>
        {t(`states.${state}`)}
      </Tag>
    ),
  },
  {
    id: 'form',
    title: t('fields.form'),
    width: 140,
    phone: 'line',
    hidden: true,
    text: ({ form }) => t(`forms.${form}`),
    edit: { kind: 'choice', value: ({ form }) => form, options: formOptions(t) },
  },
  {
    id: 'phases',
    title: t('fields.phases'),
    width: 112,
    text: ({ phases }) => phaseList(phases, t),
    cell: ({ phases }) => <PhaseDots phases={phases} />,
  },
  {
    id: 'goal',
    title: t('fields.goal'),
    width: 200,
    text: ({ goal }) => goal,
    edit: { kind: 'text', value: ({ goal }) => goal },
  },
  {
    id: 'owner',
    title: t('fields.owner'),
    width: 134,
    phone: 'line',
    text: ({ owner }) => people.nameOf(owner),
    edit: {
      kind: 'choice',
      value: ({ owner }) => owner ?? '',
      options: [{ value: '', label: t('nobody') }, ...people.options],
    },
  },
  {
    id: 'reach',
    title: t('fields.reach'),
    width: 100,
    align: 'end',
    sortable: true,
    text: ({ reach }) => (typeof reach === 'number' ? formats.number(reach) : ''),
    edit: {
      kind: 'number',
      check: (value) => (/^\d*$/.test(value) ? undefined : t('wholeNumber')),
      value: ({ reach }) => (typeof reach === 'number' ? String(reach) : ''),
    },
  },
];

const cost = ({ t, formats }: Tools): Column<Listed> => ({
  id: 'cost',
  title: t('fields.cost'),
  width: 134,
  align: 'end',
  sortable: true,
  phone: 'value',
  text: ({ cost_per_month: costs }) =>
    costs.map(({ amount, currency }) => formats.money(amount, currency, true)).join(' + '),
});

const rest = ({ t, formats }: Tools): Column<Listed>[] => [
  {
    id: 'missing',
    title: t('fields.missing'),
    width: 124,
    sortable: true,
    text: ({ missing }) =>
      missing.length === 0
        ? t('missing.complete')
        : t('missing.lacks', { list: missing.map((need) => t(`needs.${need}`)).join(', ') }),
    cell: ({ missing }) => (
      <Meter
        done={needs.length - missing.length}
        of={needs.length}
        label={missing.map((need) => t(`needsText.${need}`)).join(' ')}
      />
    ),
  },
  {
    id: 'kpis',
    title: t('fields.targets'),
    width: 76,
    align: 'end',
    hidden: true,
    text: ({ kpis }) => formats.number(kpis),
  },
  {
    id: 'kind',
    title: t('fields.kind'),
    width: 130,
    sortable: true,
    hidden: true,
    text: ({ kind }) => t(`kinds.${kind}`),
  },
  {
    id: 'code',
    title: t('fields.code'),
    width: 140,
    sortable: true,
    hidden: true,
    text: ({ code }) => code,
  },
  {
    id: 'changed',
    title: t('fields.changed'),
    width: 160,
    sortable: true,
    hidden: true,
    text: ({ changed }) => formats.dateTime(changed),
  },
];
