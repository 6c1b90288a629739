// Channel paths: streams and the switch matrix, a funnel, and the credit of channels by several models, all of
// the customers and the days that are chosen above.
import { useTranslation } from 'react-i18next';
import { Page } from '~/platform/Page';
import { CopyLink } from '~/platform/scope/CopyLink';
import { filtersIn, rangeIn } from '~/platform/scope/scope';
import page from '~/platform/scope/scope.module.css';
import { ScopeBar } from '~/platform/scope/ScopeBar';
import { useToday } from '~/platform/useToday';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { type Asked, useFreshAnswers, useIndex } from './api';
import { CreditCard } from './CreditCard';
import { FunnelCard } from './FunnelCard';
import { PathsCard } from './PathsCard';
import { tabs, useJourneysSearch, usual } from './search';
import { SwitchCard } from './SwitchCard';

export default function JourneysPage() {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const phone = usePhone();
  const { search, show } = useJourneysSearch();
  const today = useToday();
  const index = useIndex();
  useFreshAnswers(index.data?.as_of);
  const tab = search.tab ?? usual.tab;
  const asked: Asked = {
    ...rangeIn(search, today),
    ...filtersIn(search),
  };
  return (
    <Page
      title={t('title')}
      width="full"
      beside={
        index.data?.as_of && (
          <span className={page.fresh}>{t('asOf', { moment: formats.dateTime(index.data.as_of) })}</span>
        )
      }
      actions={!phone && <CopyLink />}
    >
      <ScopeBar search={search} range={asked} show={show} />
      <div className={page.scroll}>
        <div className={page.content}>
          <Segmented
            label={t('show')}
            value={tab}
            items={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
            onChange={(next) => {
              show({ tab: next });
            }}
          />
          {index.data && !index.data.ready && (
            <Notice>
              {t('building', {
                done: formats.number(index.data.done),
                total: formats.number(index.data.total),
              })}
            </Notice>
          )}
          {tab === 'paths' && (
            <>
              <PathsCard asked={asked} />
              <SwitchCard asked={asked} />
            </>
          )}
          {tab === 'funnel' && <FunnelCard asked={asked} />}
          {tab === 'credit' && <CreditCard asked={asked} />}
        </div>
      </div>
    </Page>
  );
}
