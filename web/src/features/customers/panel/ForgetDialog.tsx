// Erases a person. It cannot be undone, so it names what goes and asks for a word.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { forget, useRefresh } from '../api';
import type { View } from '../wire';
import { titleOf } from './CustomerPanel';

export interface ForgetDialogProps {
  customer: View;
  onForgotten: () => void;
  onClose: () => void;
}

export function ForgetDialog({ customer, onForgotten, onClose }: ForgetDialogProps) {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const word = t('forget.word');
  const name = titleOf(customer);
  const identities = customer.profile?.identities.map(({ value }) => value) ?? [];
  const erase = () => {
    setBusy(true);
    forget(customer.id)
      .then(() => {
        showToast(t('forget.done'));
        onClose();
        onForgotten();
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => {
        setBusy(false);
        void refresh();
      });
  };
  return (
    <Dialog
      open
      title={t('forget.title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button
            look="danger"
            busy={busy}
            disabled={typed.trim().toLocaleLowerCase() !== word}
            onClick={erase}
          >
            {t('forget.action')}
          </Button>
        </>
      }
    >
      <Notice tone="bad">{t('forget.warning')}</Notice>
      <p dir="auto">{t('forget.goes', { what: formats.list([name, ...identities]) })}</p>
      <p>{t('forget.stays')}</p>
      <TextField
        label={t('forget.type', { word })}
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
    </Dialog>
  );
}
