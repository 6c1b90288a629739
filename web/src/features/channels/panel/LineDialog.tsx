// The dialog of one line of a list: its fields, removing it, and saving it.
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Dialog } from '~/ui/overlay/Dialog';
import classes from './panel.module.css';

export interface LineDialogProps {
  title: string;
  // Of a line that is there already.
  remove?: { label: string; onRemove: () => void } | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function LineDialog({ title, remove, onSubmit, onClose, children }: LineDialogProps) {
  const { t } = useTranslation('ui');
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open
      title={title}
      width={440}
      onClose={onClose}
      footer={
        <>
          {remove && (
            <Button look="danger" className={classes.spread} onClick={remove.onRemove}>
              {remove.label}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t('views.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={submit} noValidate>
        {children}
      </form>
    </Dialog>
  );
}
