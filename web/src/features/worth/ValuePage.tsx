// What customers are worth: the models and how well they foretold, who bought how recently and how often, what
// each channel's customers are worth beside what it costs to win them, and one channel beside several.
import { IconRefresh, IconUserDollar } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Loaded } from '~/platform/Loaded';
import { AnswersPage, AnswerTabs } from '~/platform/scope/AnswersPage';
import { FileLinks } from '~/platform/scope/FileLinks';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { EmptyState } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { beginFit, fileOf, type Model, type Standing, useStanding } from './api';
import { ChannelsCard } from './ChannelsCard';
import { CustomersPanel } from './CustomersPanel';
import { withDays } from './days';
import { Fitting } from './Fitting';
import { GridCard } from './GridCard';
import { ManyCard } from './ManyCard';
import { ModelCards } from './ModelCards';
import { scoresOf, tabs, usual, useValueSearch } from './search';

export default function ValuePage() {
  const { t } = useTranslation('worth');
  const phone = usePhone();
  const { search } = useValueSearch();
  const query = useStanding();
  const what = search.tab === 'channels' ? 'channels' : 'customers';
  return (
    <AnswersPage
      title={t('title')}
      asOf={query.data?.model?.as_of}
      actions={
        query.data?.model && (
          <>
            {!phone && <FileLinks of={(form) => fileOf(what, form)} />}
            <Renew standing={query.data} />
          </>
        )
      }
      panel={<Customers model={query.data?.model} />}
    >
      <Loaded query={query} lines={12}>
        {(standing) => <Shown standing={standing} />}
      </Loaded>
    </AnswersPage>
  );
}

function Customers({ model }: { model: Model | null | undefined }) {
  const { search } = useValueSearch();
  if (!model || (!search.cell && !search.channel)) return null;
  const chosen = {
    ...(search.cell ? scoresOf(search.cell) : {}),
    ...(search.channel ? { channel: search.channel } : {}),
  };
  return <CustomersPanel key={JSON.stringify(chosen)} chosen={chosen} model={model} />;
}

function Renew({ standing }: { standing: Standing }) {
  const { t } = useTranslation('worth');
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const begin = () => {
    setBusy(true);
    beginFit()
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => {
        setBusy(false);
        void cache.invalidateQueries({ queryKey: ['get', '/api/v1/value/model'] });
      });
  };
  return (
    <Button
      look={standing.model ? 'normal' : 'primary'}
      icon={<IconRefresh aria-hidden />}
      busy={busy || Boolean(standing.fitting)}
      onClick={begin}
    >
      {t(standing.model ? 'renew' : 'begin')}
    </Button>
  );
}

function Shown({ standing }: { standing: Standing }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const { model, fitting } = standing;
  return (
    <>
      {fitting && <Fitting fitting={fitting} />}
      {model ? (
        <>
          <Tabs />
          {model.problems.map((problem) => (
            <Notice key={problem} tone="warn">
              {withDays(problem, formats.date)}
            </Notice>
          ))}
          <Chosen model={model} />
        </>
      ) : (
        !fitting && (
          <EmptyState icon={<IconUserDollar />} title={t('nothing.title')} text={t('nothing.text')}>
            <Renew standing={standing} />
          </EmptyState>
        )
      )}
    </>
  );
}

function Tabs() {
  const { t } = useTranslation('worth');
  const { search, show } = useValueSearch();
  return (
    <AnswerTabs
      label={t('show')}
      tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
      value={search.tab ?? usual.tab}
      beside={Boolean(search.cell ?? search.channel)}
      onChange={(tab) => {
        show({ tab, cell: undefined, channel: undefined });
      }}
    />
  );
}

function Chosen({ model }: { model: Model }) {
  const { search } = useValueSearch();
  switch (search.tab ?? usual.tab) {
    case 'grid':
      return <GridCard model={model} />;
    case 'channels':
      return <ChannelsCard model={model} />;
    case 'many':
      return <ManyCard model={model} />;
    default:
      return <ModelCards model={model} />;
  }
}
