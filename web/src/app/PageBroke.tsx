// Pages for when there is no page: an unknown address, and a page that failed.
import { IconMapQuestion } from '@tabler/icons-react';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { runAction } from '~/platform/actions';
import { Page } from '~/platform/Page';
import { Button } from '~/ui/control/Button';
import { EmptyState, ErrorState } from '~/ui/feedback/State';
import { isStaleChunk } from './version';

export function PageUnknown() {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Page title={t('unknown.title')}>
      <EmptyState
        icon={<IconMapQuestion />}
        title={t('unknown.heading')}
        text={t('unknown.text', { path: router.state.location.pathname })}
      >
        <Button
          look="primary"
          onClick={() => {
            void router.navigate({ to: '/' });
          }}
        >
          {t('unknown.home')}
        </Button>
        <Button
          onClick={() => {
            runAction('shell.palette');
          }}
        >
          {t('unknown.find')}
        </Button>
      </EmptyState>
    </Page>
  );
}

export function PageBroke({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (isStaleChunk(error)) {
    return (
      <Page title={t('stale.title')}>
        <EmptyState title={t('stale.title')} text={t('stale.pageText')}>
          <Button
            look="primary"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('stale.reload')}
          </Button>
        </EmptyState>
      </Page>
    );
  }
  const problem = problemOf(error);
  return (
    <Page title={t('broke.title')}>
      <ErrorState
        text={problem.message}
        offline={problem.offline && problem.code === 'offline'}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
