// Whether the right channels serve the right customers: where they are in each phase beside what the worksheet
// plans, and the mismatches by the money that they are about.
import { IconPuzzle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { AnswersPage, AnswerTabs } from '~/platform/scope/AnswersPage';
import { FileLinks } from '~/platform/scope/FileLinks';
import { ScopeBar } from '~/platform/scope/ScopeBar';
import { Segmented } from '~/ui/control/Segmented';
import { EmptyState } from '~/ui/feedback/State';
import { Card, Facts } from '~/ui/layout/Card';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { type FitReply, fileOf } from './api';
import { CellPanel } from './CellPanel';
import { MapCard } from './MapCard';
import { MisfitsCard } from './MisfitsCard';
import { tabs, usual } from './search';
import { type FitView, useFitView } from './useFitView';

export default function FitPage() {
  const { t } = useTranslation('fit');
  const phone = usePhone();
  const view = useFitView();
  const { search, show } = view;
  const tab = search.tab ?? usual.tab;
  return (
    <AnswersPage
      title={t('title')}
      asOf={view.fit.data?.as_of}
      actions={
        !phone && <FileLinks of={(form) => fileOf(tab === 'map' ? 'fit' : 'fit/mismatches', form, view.asked)} />
      }
      panel={search.phase && search.at && <CellPanel key={JSON.stringify(search)} view={view} />}
      bar={<Bar view={view} />}
    >
      <AnswerTabs
        label={t('show')}
        tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
        value={tab}
        beside={search.at !== undefined}
        onChange={(next) => {
          show({ tab: next, at: undefined, phase: undefined, of: undefined });
        }}
      />
      <Loaded query={view.fit} lines={12}>
        {(reply) => <Shown reply={reply} view={view} />}
      </Loaded>
    </AnswersPage>
  );
}

function Bar({ view }: { view: FitView }) {
  const { t } = useTranslation('fit');
  const currencies = view.fit.data?.currencies ?? [];
  return (
    <ScopeBar search={view.search} range={view.range} show={view.show} filters={['channel', 'segment']}>
      {currencies.length > 1 && (
        <Segmented
          label={t('currency')}
          value={view.fit.data?.currency ?? ''}
          items={currencies.map((id) => ({ id, label: id }))}
          onChange={(currency) => {
            view.show({ currency });
          }}
        />
      )}
    </ScopeBar>
  );
}

function Shown({ reply, view }: { reply: FitReply; view: FitView }) {
  const { t } = useTranslation('fit');
  if (reply.cells.length === 0)
    return <EmptyState icon={<IconPuzzle />} title={t('nothing.title')} text={t('nothing.text')} />;
  return (
    <>
      {view.search.tab === 'mismatches' ? (
        <MisfitsCard misfits={reply.misfits} view={view} currency={reply.currency} />
      ) : (
        <MapCard cells={reply.cells} view={view} />
      )}
      <Basis reply={reply} view={view} />
    </>
  );
}

// Definition, source and freshness of everything on the screen.
function Basis({ reply, view }: { reply: FitReply; view: FitView }) {
  const { t } = useTranslation('fit');
  const formats = useFormats();
  return (
    <Card title={t('basis.title')}>
      <Facts
        items={[
          { label: t('basis.definition'), value: reply.definition },
          { label: t('basis.whose'), value: view.nameOf(view.search.segment) ?? t('everybody') },
          { label: t('basis.source'), value: t('basis.events') },
          {
            label: t('basis.fresh'),
            value: reply.as_of ? formats.dateTime(reply.as_of) : t('basis.never'),
          },
        ]}
      />
    </Card>
  );
}
