// Connections with others: sources that send events, shops that are told stock and prices, webhooks that tell others.
import { IconPlug } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { mayDo, useMe } from '~/platform/session';
import { SettingsPage } from '~/platform/settings';
import { Button } from '~/ui/control/Button';
import { Tabs } from '~/ui/control/Tabs';
import { EmptyState } from '~/ui/feedback/State';
import { useSources } from './api';
import { ConnectDialog } from './connect/ConnectDialog';
import classes from './connectors.module.css';
import { AddLink, LinksView } from './links/LinksView';
import { connectionTabs, useConnectionsSearch, type ConnectionTab } from './search';
import { SourceDialog } from './sources/SourceDialog';
import { SourceTable } from './sources/SourceTable';
import { AddWebhook, WebhooksView } from './webhooks/WebhooksView';

const actions: Readonly<Record<ConnectionTab, () => ReactNode>> = {
  sources: ConnectSource,
  shops: AddLink,
  webhooks: AddWebhook,
};
const views: Readonly<Record<ConnectionTab, () => ReactNode>> = {
  sources: SourcesView,
  shops: LinksView,
  webhooks: WebhooksView,
};

export default function ConnectionsPage() {
  const { t } = useTranslation('connectors');
  const { search, show } = useConnectionsSearch();
  const tab = search.tab ?? 'sources';
  const Action = actions[tab];
  const View = views[tab];
  return (
    <SettingsPage title={t('title')} actions={<Action />}>
      <div className={classes.tabs}>
        <Tabs
          label={t('title')}
          value={tab}
          items={connectionTabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
          onChange={(next) => {
            show({ tab: next });
          }}
        />
      </div>
      <div className={classes.page} role="tabpanel" aria-label={t(`tabs.${tab}`)}>
        <View />
      </div>
    </SettingsPage>
  );
}

function ConnectSource() {
  const { t } = useTranslation('connectors');
  const { show } = useConnectionsSearch();
  if (!mayDo(useMe(), ['admin'])) return null;
  return (
    <Button
      look="primary"
      icon={<IconPlug aria-hidden />}
      onClick={() => {
        show({ connect: true });
      }}
    >
      {t('connect.action')}
    </Button>
  );
}

function SourcesView() {
  const { t } = useTranslation('connectors');
  const { search, show } = useConnectionsSearch();
  const sources = useSources();
  const admin = mayDo(useMe(), ['admin']);
  const open = sources.data?.sources.find(({ id }) => id === search.open);
  const close = () => {
    show({});
  };
  return (
    <>
      <Loaded query={sources}>
        {({ sources: all }) =>
          all.length === 0 ? (
            <EmptyState icon={<IconPlug />} title={t('none')} text={t('noneText')}>
              <Link to="/settings/imports">{t('orImport')}</Link>
            </EmptyState>
          ) : (
            <SourceTable
              sources={all}
              onOpen={(id) => {
                show({ open: id });
              }}
            />
          )
        }
      </Loaded>
      {open && <SourceDialog key={open.id} source={open} onClose={close} />}
      {search.connect && admin && <ConnectDialog onClose={close} />}
    </>
  );
}
