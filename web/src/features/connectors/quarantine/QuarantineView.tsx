// What was not understood: in groups that are alike, and one group with its events and their repair.
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Loaded } from '~/platform/Loaded';
import { EmptyState } from '~/ui/feedback/State';
import { FilterChips } from '~/ui/grid/FilterChips';
import { useCounts, useSources } from '../api';
import classes from '../connectors.module.css';
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
  if (counts.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck />}
        title={t('quarantine.none')}
        text={t('quarantine.noneText')}
      />
    );
  }
  const shown = counts.filter(({ source }) => !search.source || source === search.source);
  return (
    <>
      <SourceFilter chosen={search.source} />
      {shown.length > 0 ? (
        <GroupTable counts={shown} />
      ) : (
        <p className={classes.quiet}>{t('quarantine.noneOfSource')}</p>
      )}
    </>
  );
}

function SourceFilter({ chosen }: { chosen: string | undefined }) {
  const { t } = useTranslation('connectors');
  const { show } = useDataSearch();
  const { data: known } = useSources();
  const options = known?.sources.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <div className={fields.row}>
      <FilterChips
        fields={[{ column: 'source', title: t('data.source'), single: true, options }]}
        used={chosen ? [{ column: 'source', not: false, values: [chosen] }] : []}
        onFilter={({ values: [source] }) => {
          show({ tab: 'quarantine', ...(source ? { source } : {}) });
        }}
      />
    </div>
  );
}
