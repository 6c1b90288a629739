// What was not understood: in groups that are alike, and one group with its events and their repair.
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { EmptyState, ErrorState, Skeleton } from '~/ui/feedback/State';
import { useCounts } from '../api';
import { useDataSearch } from '../search';
import { GroupTable } from './GroupTable';
import { GroupWork } from './GroupWork';

export function QuarantineView() {
  const { t } = useTranslation('connectors');
  const { search } = useDataSearch();
  const { data, error, refetch } = useCounts();
  if (error && !data) {
    return <ErrorState text={problemOf(error).message} onRetry={() => void refetch()} />;
  }
  if (!data) return <Skeleton />;
  if (search.reason) {
    const { source, reason, kind } = search;
    const group = { reason, ...(source ? { source } : {}), ...(kind === undefined ? {} : { kind }) };
    return <GroupWork key={JSON.stringify(group)} group={group} counts={data.counts} />;
  }
  const shown = data.counts.filter(({ source }) => !search.source || source === search.source);
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck />}
        title={t('quarantine.none')}
        text={t('quarantine.noneText')}
      />
    );
  }
  return <GroupTable counts={shown} />;
}
