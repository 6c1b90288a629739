// Says that these are the figures of a company that does not exist, and takes it away.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSample } from '~/platform/sample';
import { mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Confirm } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import classes from './results.module.css';

export function SampleNotice() {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { state, customers, remove } = useSample();
  const isAdmin = mayDo(useMe(), ['admin']);
  const [asking, setAsking] = useState(false);
  if (!state) return null;
  return (
    <Notice>
      <div className={classes.sample}>
        <span>{t(`sample.${state}`, { customers: formats.number(customers) })}</span>
        {isAdmin && state === 'present' && (
          <Button
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('sample.remove')}
          </Button>
        )}
      </div>
      <Confirm
        open={asking}
        danger
        title={t('sample.removeTitle')}
        text={t('sample.removeText')}
        action={t('sample.remove')}
        onConfirm={() => {
          setAsking(false);
          void remove();
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Notice>
  );
}
