// Bringing in files: send one, go on with one that waits, and what was brought in before.
import { useTranslation } from 'react-i18next';
import { SettingsPage } from '~/platform/settings';
import { History } from './history/History';
import { KeptMappings } from './KeptMappings';
import { SendFiles } from './SendFiles';
import { UnderWay } from './UnderWay';
import { WaitingFiles } from './WaitingFiles';

export default function ImportsPage() {
  const { t } = useTranslation('imports');
  return (
    <SettingsPage title={t('title')}>
      <SendFiles />
      <WaitingFiles />
      <UnderWay />
      <History />
      <KeptMappings />
    </SettingsPage>
  );
}
