// The pyramid of a period beside another one: tiers, who moved between them, and where they end.
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '~/api';
import { CustomerPyramid } from '~/platform/CustomerPyramid';
import { Loaded } from '~/platform/Loaded';
import { lastDay, periodBefore, presets, rangeOf, yearBefore } from '~/platform/period';
import { isEmpty, movedIn, type Tiers } from '~/platform/pyramid';
import { usePresetName } from '~/platform/usePresetName';
import { useToday } from '~/platform/useToday';
import { Segmented } from '~/ui/control/Segmented';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { firstPeriod, useSegmentsSearch } from './search';
import classes from './segments.module.css';
import { Thresholds } from './Thresholds';

export function PyramidSection({ may }: { may: boolean }) {
  const { t } = useTranslation('segments');
  const { search } = useSegmentsSearch();
  const range = rangeOf(search.period ?? firstPeriod, useToday());
  const before = search.beside === 'year' ? yearBefore(range) : periodBefore(range);
  const query = { ...range, before_from: before.from, before_to: before.to };
  const pyramid = queries.useQuery(
    'get',
    '/api/v1/segments/pyramid',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <div className={classes.cards}>
      <Card title={t('pyramid.title')} note={t('pyramid.note')} actions={<Days />}>
        <Loaded query={pyramid} lines={8}>
          {(tiers) =>
            isEmpty(tiers) ? (
              <p className={classes.quiet}>{t('pyramid.none')}</p>
            ) : (
              <CustomerPyramid label={t('pyramid.title')} pyramid={tiers} />
            )
          }
        </Loaded>
        <Thresholds may={may} />
      </Card>
      {pyramid.data && <Moves pyramid={pyramid.data} />}
    </div>
  );
}

function Days() {
  const { t } = useTranslation('segments');
  const presetName = usePresetName();
  const { search, show } = useSegmentsSearch();
  return (
    <div className={classes.days}>
      <Select
        label={t('pyramid.period')}
        labelHidden
        value={search.period ?? firstPeriod}
        options={presets.map((id) => ({ value: id, label: presetName(id) }))}
        onChange={(period) => {
          show({ period }, true);
        }}
      />
      <Segmented
        label={t('pyramid.beside')}
        value={search.beside ?? 'previous'}
        items={(['previous', 'year'] as const).map((id) => ({
          id,
          label: t(`pyramid.besides.${id}`),
        }))}
        onChange={(beside) => {
          show({ beside }, true);
        }}
      />
    </div>
  );
}

type Movement = Schemas['segments.Movement'];

function Moves({ pyramid }: { pyramid: Tiers }) {
  const { t } = useTranslation(['segments', 'platform']);
  const formats = useFormats();
  const { before, currency } = pyramid;
  const tier = (id: Schemas['segments.Tier']) => t(`platform:tiers.${id}`);
  const columns: PlainColumn<Movement>[] = [
    {
      id: 'from',
      title: t('pyramid.from'),
      cell: (move) => (move.before ? tier(move.before) : t('pyramid.unknown')),
    },
    { id: 'now', title: t('pyramid.now'), cell: ({ now }) => `→ ${tier(now)}` },
    {
      id: 'customers',
      title: t('pyramid.customers'),
      align: 'end',
      place: 'end',
      cell: ({ customers }) => <b className={classes.number}>{formats.number(customers)}</b>,
    },
    {
      id: 'margin',
      title: t('pyramid.margin'),
      align: 'end',
      cell: ({ margin }) => formats.money(margin, currency),
    },
  ];
  const moved = movedIn(pyramid);
  return (
    <Card
      title={t('pyramid.moves')}
      note={t('pyramid.movesNote', { before: formats.range(before.from, lastDay(before)) })}
    >
      {moved.length === 0 ? (
        <p className={classes.quiet}>{t('pyramid.noMoves')}</p>
      ) : (
        <PlainTable
          label={t('pyramid.moves')}
          columns={columns}
          rows={moved}
          rowId={(move) => `${move.before ?? ''} ${move.now}`}
        />
      )}
    </Card>
  );
}
