// What was not understood: in groups that are alike, and one group with its events and their repair.
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { EmptyState } from '~/ui/feedback/State';
import { useCounts } from '../api';
import { useDataSearch } from '../search';
import type { QuarantineCount } from '../wire';
import { GroupTable } from './GroupTable';
import { GroupWork } from './GroupWork';

export function QuarantineView() {
  return <Loaded query={useCounts()}>{({ counts }) => <Groups counts={counts} />}</Loaded>;
}

function Groups({ counts }: { counts: readonly QuarantineCount[] }) {
  const { t } = useTranslation('connectors');
  const { search } = useDataSearch();
  if (search.reason) {
    const { source, reason, kind } = search;
    const group = { reason, ...(source ? { source } : {}), ...(kind === undefined ? {} : { kind }) };
    return <GroupWork key={JSON.stringify(group)} group={group} counts={counts} />;
  }
  const shown = counts.filter(({ source }) => !search.source || source === search.source);
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
