// What customers are worth: the models and how well they foretold, who bought how recently and how often, what
// each channel's customers are worth beside what it costs to win them, and one channel beside several.
import { IconDownload, IconRefresh, IconUserDollar } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { Button, LinkButton } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { EmptyState } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { Select } from '~/ui/form/Select';
import { Split } from '~/ui/layout/SidePanel';
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
import { scoresOf, type Tab, tabs, usual, useValueSearch } from './search';
import classes from './value.module.css';

export default function ValuePage() {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const phone = usePhone();
  const { search } = useValueSearch();
  const query = useStanding();
  const asOf = query.data?.model?.as_of;
  const what = search.tab === 'channels' ? 'channels' : 'customers';
  return (
    <Page
      title={t('title')}
      width="full"
      beside={
        asOf &&
        !phone && <span className={classes.fresh}>{t('asOf', { moment: formats.dateTime(asOf) })}</span>
      }
      actions={
        <>
          {!phone &&
            query.data?.model &&
            (['csv', 'xlsx'] as const).map((form) => (
              <LinkButton key={form} href={fileOf(what, form)} icon={<IconDownload aria-hidden />} download>
                {t(`files.${form}`)}
              </LinkButton>
            ))}
          {query.data?.model && <Renew standing={query.data} />}
        </>
      }
    >
      <Split panel={<Customers model={query.data?.model} />}>
        <div className={classes.scroll}>
          <div className={classes.content}>
            <Loaded query={query} lines={12}>
              {(standing) => <Shown standing={standing} />}
            </Loaded>
          </div>
        </div>
      </Split>
    </Page>
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
  const narrow = usePhone() || Boolean(search.cell ?? search.channel);
  const value = search.tab ?? usual.tab;
  const change = (tab: Tab) => {
    show({ tab, cell: undefined, channel: undefined });
  };
  if (narrow)
    return (
      <div className={classes.tabs}>
        <Select
          label={t('show')}
          labelHidden
          value={value}
          options={tabs.map((id) => ({ value: id, label: t(`tabs.${id}`) }))}
          onChange={(tab) => {
            change(tab as Tab);
          }}
        />
      </div>
    );
  return (
    <Segmented
      label={t('show')}
      value={value}
      items={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
      onChange={change}
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
