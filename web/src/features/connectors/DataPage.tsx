// How good the data is: what comes in and when it last did, which channel knows what, and what was not understood.
import { useTranslation } from 'react-i18next';
import { Page } from '~/platform/Page';
import { managing, mayDo, useMe } from '~/platform/session';
import { Tabs } from '~/ui/control/Tabs';
import { useFormats } from '~/ui/text/locale';
import { useCounts } from './api';
import classes from './connectors.module.css';
import { CoverageView } from './quality/CoverageView';
import { FreshnessView } from './quality/FreshnessView';
import { QuarantineView } from './quarantine/QuarantineView';
import { tabs, useDataSearch } from './search';

export default function DataPage() {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const { search, show } = useDataSearch();
  // What was sent may hold personal data: managers only.
  const may = mayDo(useMe(), managing);
  const { data: waiting } = useCounts(may);
  const count = waiting?.counts.reduce((sum, { events }) => sum + events, 0) ?? 0;
  const shown = tabs.filter((tab) => may || tab !== 'quarantine');
  const tab = shown.find((id) => id === search.tab) ?? 'freshness';
  return (
    <Page title={t('data.title')}>
      <div className={classes.tabs}>
        <Tabs
          label={t('data.title')}
          value={tab}
          items={shown.map((id) => ({
            id,
            label: t(`data.tabs.${id}`),
            count: id === 'quarantine' && count > 0 ? formats.number(count) : undefined,
          }))}
          onChange={(next) => {
            show({ tab: next });
          }}
        />
      </div>
      <div className={classes.page} role="tabpanel" aria-label={t(`data.tabs.${tab}`)}>
        {tab === 'freshness' && <FreshnessView />}
        {tab === 'coverage' && <CoverageView />}
        {tab === 'quarantine' && <QuarantineView />}
      </div>
    </Page>
  );
}
