// What is left of what the channels sell: the statement from revenue to result and each part of it, credit
// beside what tests found, how much hangs on one channel, and how often contacts lead to orders.
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { AnswersPage, AnswerTabs } from '~/platform/scope/AnswersPage';
import { FileLinks } from '~/platform/scope/FileLinks';
import { EmptyState, ErrorState, Skeleton } from '~/ui/feedback/State';
import { usePhone } from '~/ui/layout/usePhone';
import { AboutPanel } from './AboutPanel';
import { fileOf } from './api';
import { CreditCard } from './CreditCard';
import { DependenceCard } from './DependenceCard';
import { HitRateCard } from './HitRateCard';
import { OutlookCard } from './OutlookCard';
import { OrdersPanel } from './OrdersPanel';
import { PartsCard } from './PartsCard';
import { ReportButton } from './ReportButton';
import { ReportDialog } from './ReportDialog';
import { ScopeBar } from './ScopeBar';
import { tabs, useProfitSearch, usual } from './search';
import { StatementCard } from './StatementCard';
import { type ProfitView, useProfitView } from './useProfitView';

export default function ProfitPage() {
  const { t } = useTranslation('profit');
  const { search, show } = useProfitSearch();
  const view = useProfitView();
  const phone = usePhone();
  const tab = search.tab ?? usual.tab;
  return (
    <AnswersPage
      title={t('title')}
      asOf={view.profit.data?.as_of}
      actions={
        <>
          {!phone && <ReportButton />}
          {/* The outlook has files and days of its own. */}
          {tab !== 'outlook' && <FileLinks of={(form) => fileOf('profit', form, view.asked, view.by)} />}
        </>
      }
      panel={
        <>
          {search.about && <AboutPanel id={search.about} view={view} />}
          {search.orders && <OrdersPanel key={search.orders} part={search.orders} view={view} />}
        </>
      }
      bar={<ScopeBar view={view} />}
    >
      <AnswerTabs
        label={t('show')}
        tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
        value={tab}
        beside={search.orders !== undefined}
        onChange={(tab) => {
          show({ tab });
        }}
      />
      <Shown view={view} />
      {search.report && (
        <ReportDialog
          onClose={() => {
            show({ report: undefined });
          }}
        />
      )}
    </AnswersPage>
  );
}

function Shown({ view }: { view: ProfitView }) {
  switch (view.search.tab ?? usual.tab) {
    case 'outlook':
      return <OutlookCard view={view} />;
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
