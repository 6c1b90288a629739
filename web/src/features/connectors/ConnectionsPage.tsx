// The sources: who sends events, whether they still do, and connecting another one.
import { IconPlug } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { mayDo, useMe } from '~/platform/session';
import { SettingsPage } from '~/platform/settings';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { useSources } from './api';
import { ConnectDialog } from './connect/ConnectDialog';
import { useConnectionsSearch } from './search';
import { SourceDialog } from './sources/SourceDialog';
import { SourceTable } from './sources/SourceTable';

export default function ConnectionsPage() {
  const { t } = useTranslation('connectors');
  const { search, show } = useConnectionsSearch();
  const sources = useSources();
  const admin = mayDo(useMe(), ['admin']);
  const open = sources.data?.sources.find(({ id }) => id === search.open);
  const close = () => {
    show({});
  };
  const connect = admin && (
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
  return (
    <SettingsPage title={t('title')} actions={connect}>
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
    </SettingsPage>
  );
}
