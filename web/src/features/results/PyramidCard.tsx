// Customers in tiers by the margin they bring: how many, which share of the margin, and who moved since the
// period it is compared with.
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { CustomerPyramid } from '~/platform/CustomerPyramid';
import { Loaded } from '~/platform/Loaded';
import { lastDay } from '~/platform/period';
import { isEmpty, movesIn, type Tiers } from '~/platform/pyramid';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import type { Compare } from './search';
import { useUnfilteredNote } from './unfiltered';
import type { Results } from './useResults';
import classes from './results.module.css';

export function PyramidCard({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const { range, compare, compared } = results;
  const noteOf = useUnfilteredNote(results);
  const query = {
    ...range,
    ...(compared ? { before_from: compared.from, before_to: compared.to } : {}),
  };
  const pyramid = queries.useQuery(
    'get',
    '/api/v1/segments/pyramid',
    { params: { query } },
    { placeholderData: (before) => before },
  );
  return (
    <Card title={t('pyramid.title')} note={noteOf(t('pyramid.note'), pyramid.data?.currency)}>
      <Loaded query={pyramid} lines={8}>
        {(tiers) => <Body pyramid={tiers} compare={compare} />}
      </Loaded>
    </Card>
  );
}

interface BodyProps {
  pyramid: Tiers;
  compare: Compare;
}

function Body({ pyramid, compare }: BodyProps) {
  const { t } = useTranslation('results');
  if (isEmpty(pyramid)) return <p className={classes.nothing}>{t('pyramid.none')}</p>;
  return (
    <>
      <CustomerPyramid label={t('pyramid.title')} pyramid={pyramid} />
      {compare !== 'none' && <Moves pyramid={pyramid} compare={compare} />}
    </>
  );
}

interface MovesProps {
  pyramid: Tiers;
  compare: Exclude<Compare, 'none'>;
}

function Moves({ pyramid, compare }: MovesProps) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { up, down } = movesIn(pyramid);
  if (up === 0 && down === 0) return null;
  const { before } = pyramid;
  return (
    <p className={classes.moves} title={formats.range(before.from, lastDay(before))}>
      {t(`pyramid.moves.${compare}`, { up: formats.number(up), down: formats.number(down) })}
    </p>
  );
}
