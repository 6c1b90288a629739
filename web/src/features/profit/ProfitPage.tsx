// What is left of what the channels sell: the statement from revenue to result and each part of it, credit
// beside what tests found, how much hangs on one channel, and how often contacts lead to orders.
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Page } from '~/platform/Page';
import page from '~/platform/scope/scope.module.css';
import { LinkButton } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Select } from '~/ui/form/Select';
import { EmptyState, ErrorState, Skeleton } from '~/ui/feedback/State';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { AboutPanel } from './AboutPanel';
import { fileOf } from './api';
import { CreditCard } from './CreditCard';
import { DependenceCard } from './DependenceCard';
import { HitRateCard } from './HitRateCard';
import { OrdersPanel } from './OrdersPanel';
import { PartsCard } from './PartsCard';
import { ScopeBar } from './ScopeBar';
import { type Tab, tabs, useProfitSearch, usual } from './search';
import { StatementCard } from './StatementCard';
import { type ProfitView, useProfitView } from './useProfitView';

export default function ProfitPage() {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { search } = useProfitSearch();
  const view = useProfitView();
  const phone = usePhone();
  const asOf = view.profit.data?.as_of;
  return (
    <Page
      title={t('title')}
      width="full"
      beside={
        asOf &&
        !phone && <span className={page.fresh}>{t('asOf', { moment: formats.dateTime(asOf) })}</span>
      }
      actions={(['csv', 'xlsx'] as const).map((form) => (
        <LinkButton
          key={form}
          href={fileOf('profit', form, view.asked, view.by)}
          icon={<IconDownload aria-hidden />}
          download
        >
          {t(`files.${form}`)}
        </LinkButton>
      ))}
    >
      <Split
        panel={
          <>
            {search.about && <AboutPanel id={search.about} view={view} />}
            {search.orders && <OrdersPanel key={search.orders} part={search.orders} view={view} />}
          </>
        }
      >
        <ScopeBar view={view} />
        <div className={page.scroll}>
          <div className={page.content}>
            <Tabs />
            <Shown view={view} />
          </div>
        </div>
      </Split>
    </Page>
  );
}

function Tabs() {
  const { t } = useTranslation('profit');
  const { search, show } = useProfitSearch();
  const narrow = usePhone() || search.orders !== undefined;
  const value = search.tab ?? usual.tab;
  if (narrow)
    return (
      <div className={page.choice}>
        <Select
          label={t('show')}
          labelHidden
          value={value}
          options={tabs.map((id) => ({ value: id, label: t(`tabs.${id}`) }))}
          onChange={(tab) => {
            show({ tab: tab as Tab });
          }}
        />
      </div>
    );
  return (
    <Segmented
      label={t('show')}
      value={value}
      items={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
      onChange={(tab) => {
        show({ tab });
      }}
    />
  );
}

function Shown({ view }: { view: ProfitView }) {
  switch (view.search.tab ?? usual.tab) {
    case 'credit':
      return <CreditCard view={view} />;
    case 'dependence':
      return <DependenceCard view={view} />;
    case 'hits':
      return <HitRateCard view={view} />;
    default:
      return <Statement view={view} />;
  }
}

function Statement({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const { data, error, refetch } = view.profit;
  if (!data && error)
    return (
      <ErrorState
        text={problemOf(error).message}
        offline={problemOf(error).offline}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  if (!data) return <Skeleton lines={14} />;
  if (data.total.orders === 0 && Number(data.total.result) === 0)
    return <EmptyState title={t('nothing.title')} text={t('nothing.text')} />;
  return (
    <>
      <StatementCard view={view} reply={data} />
      <PartsCard view={view} reply={data} />
    </>
  );
}
