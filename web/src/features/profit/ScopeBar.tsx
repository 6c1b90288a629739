// Which days, compared with which, in which currency, and of whom.
import { useTranslation } from 'react-i18next';
import { ScopeBar as Scope } from '~/platform/scope/ScopeBar';
import { Segmented } from '~/ui/control/Segmented';
import { Select } from '~/ui/form/Select';
import { usePhone } from '~/ui/layout/usePhone';
import { ReportButton } from './ReportButton';
import { type Compare, compares, useProfitSearch, usual } from './search';
import type { ProfitView } from './useProfitView';

export function ScopeBar({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const { search, show } = useProfitSearch();
  // The title leaves no room beside it there.
  const phone = usePhone();
  const currencies = view.profit.data?.currencies ?? [];
  // What is to come has days of its own, is compared with none, and is foretold per channel only.
  const ahead = (search.tab ?? usual.tab) === 'outlook';
  const compared = (
    <Select
      label={t('compare')}
      labelHidden
      value={search.compare ?? usual.compare}
      options={compares.map((value) => ({ value, label: t(`compares.${value}`) }))}
      onChange={(value) => {
        show({ compare: value as Compare });
      }}
    />
  );
  return (
    <Scope
      search={search}
      range={view.range}
      show={show}
      {...(ahead ? { period: false, filters: ['channel'] as const } : { beside: compared })}
    >
      {currencies.length > 1 && (
        <Segmented
          label={t('currency')}
          value={view.profit.data?.currency ?? ''}
          items={currencies.map((id) => ({ id, label: id }))}
          onChange={(currency) => {
            show({ currency });
          }}
        />
      )}
      {phone && <ReportButton />}
    </Scope>
  );
}
