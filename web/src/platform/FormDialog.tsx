// A dialog with one form to fill in and send: its fields, what is wrong with it as a whole, leaving and sending.
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Dialog, type DialogProps } from '~/ui/overlay/Dialog';
import fields from './fields.module.css';
import type { FormState } from './form';
import { FormMessage } from './FormMessage';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'width' | 'onClose'> {
  form: FormState;
  // What sending it does; saving, where nothing is said.
  action?: string;
  children: ReactNode;
}

export function FormDialog({ form, action, children, ...dialog }: FormDialogProps) {
  const { t } = useTranslation('ui');
  const formId = useId();
  return (
    <Dialog
      {...dialog}
      open
      footer={
        <>
          <Button onClick={dialog.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={formId} busy={form.busy}>
            {action ?? t('views.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={fields.fields} onSubmit={form.submit} noValidate>
        <FormMessage form={form} />
        {children}
      </form>
    </Dialog>
  );
}
