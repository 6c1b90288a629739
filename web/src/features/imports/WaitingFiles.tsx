// Files that were sent and are not imported yet.
import { IconFileDescription } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Button } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { discardFile, isUnderWay, useJobs, useRefresh, useWaitingFiles } from './api';
import classes from './imports.module.css';
import { fileSize } from './sizes';

export function WaitingFiles() {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { data } = useWaitingFiles();
  const busy = useJobs().some(isUnderWay);
  if (!data || data.items.length === 0 || busy) return null;
  const discard = (id: string, name: string) => {
    discardFile(id)
      .then(() => {
        showToast(t('waiting.gone', { name }));
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => void refresh());
  };
  return (
    <Card title={t('waiting.title')} note={t('waiting.note')}>
      <ul className={classes.rows}>
        {data.items.map(({ id, name, size, created }) => (
          <li key={id}>
            <IconFileDescription aria-hidden />
            <span className={classes.grow}>
              <strong dir="auto">{name}</strong>
              <small>{`${fileSize(size, formats)} · ${formats.dateTime(created)}`}</small>
            </span>
            <Button
              look="quiet"
              onClick={() => {
                discard(id, name);
              }}
            >
              {t('waiting.discard')}
            </Button>
            <Button
              onClick={() =>
                void navigate({ to: '/settings/imports/$file', params: { file: id } })
              }
            >
              {t('waiting.goOn')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
