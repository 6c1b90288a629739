// Customers are being valued: how far that is, and a way to stop it.
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Progress } from '~/ui/feedback/Progress';
import { showToast } from '~/ui/feedback/toasts';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { cancelFit, type Standing } from './api';

export function Fitting({ fitting }: { fitting: NonNullable<Standing['fitting']> }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const may = mayDo(useMe(), managing);
  const { job, done, total } = fitting;
  const stop = () => {
    cancelFit(job).catch((error: unknown) => {
      showToast(problemOf(error).message, { tone: 'bad' });
    });
  };
  return (
    <Card
      title={t('fitting.title')}
      note={
        total > 0
          ? t('fitting.done', { done: formats.number(done), total: formats.number(total) })
          : t('fitting.reading')
      }
      actions={
        may && (
          <Button look="quiet" onClick={stop}>
            {t('fitting.stop')}
          </Button>
        )
      }
    >
      <Progress label={t('fitting.title')} done={done} of={total} />
    </Card>
  );
}
