// A file that was sent: what it looks like, what its columns mean, and what would come in of it.
import { IconFileOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Page } from '~/platform/Page';
import { EmptyState, ErrorState, Skeleton } from '~/ui/feedback/State';
import { useFile, useMappings, usePresets } from './api';
import { FileWork } from './FileWork';

export default function FilePage() {
  const { t } = useTranslation('imports');
  const { file: id = '' } = useParams({ strict: false });
  const { data: file, error, refetch } = useFile(id);
  const { data: kept } = useMappings();
  const { data: presets } = usePresets();
  if (file && kept && presets) {
    return <FileWork key={id} file={file} kept={kept.items} presets={presets.items} />;
  }
  return (
    <Page title={t('file.title')} crumbs={[{ label: t('title'), to: '/settings/imports' }]}>
      {error?.status === 404 ? (
        <EmptyState icon={<IconFileOff />} title={t('file.gone')} text={t('file.goneText')}>
          <Link to="/settings/imports">{t('file.toList')}</Link>
        </EmptyState>
      ) : error ? (
        <ErrorState text={problemOf(error).message} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}
