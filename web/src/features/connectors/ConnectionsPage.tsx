// Connections with others: sources that send events, shops that are told stock and prices, webhooks that tell others,
// and mail that goes out.
import { IconPlug } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDo, useMe } from '~/platform/session';
import { SettingsPage } from '~/platform/settings';
import { Tabs } from '~/ui/control/Tabs';
import { useSources } from './api';
import { ConnectDialog } from './connect/ConnectDialog';
import { AddConnection, ConnectionList } from './ConnectionList';
import classes from './connectors.module.css';
import { AddLink, LinksView } from './links/LinksView';
import { MailView, TestMail } from './mail/MailView';
import { connectionTabs, useConnectionsSearch, type ConnectionTab } from './search';
import { SourceDialog } from './sources/SourceDialog';
import { SourceTable } from './sources/SourceTable';
import { AddWebhook, WebhooksView } from './webhooks/WebhooksView';

const actions: Readonly<Record<ConnectionTab, () => ReactNode>> = {
  sources: ConnectSource,
  shops: AddLink,
  webhooks: AddWebhook,
  mail: TestMail,
};
const views: Readonly<Record<ConnectionTab, () => ReactNode>> = {
  sources: SourcesView,
  shops: LinksView,
  webhooks: WebhooksView,
  mail: MailView,
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
  const admin = mayDo(useMe(), ['admin']);
  return admin && <AddConnection tab="sources" label={t('connect.action')} icon={<IconPlug aria-hidden />} />;
}

function SourcesView() {
  const { t } = useTranslation('connectors');
  const sources = useSources();
  const admin = mayDo(useMe(), ['admin']);
  return (
    <ConnectionList
      tab="sources"
      query={sources}
      rows={sources.data?.sources}
      empty={{
        icon: <IconPlug />,
        title: t('none'),
        text: t('noneText'),
        children: <Link to="/settings/imports">{t('orImport')}</Link>,
      }}
      table={(rows, onOpen) => <SourceTable sources={rows} onOpen={onOpen} />}
      dialog={(source, onClose) => <SourceDialog key={source.id} source={source} onClose={onClose} />}
      adding={admin && ((onClose) => <ConnectDialog onClose={onClose} />)}
    />
  );
}
