// A dialog with one form to fill in and send: its fields, what is wrong with it as a whole, leaving and sending.
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Dialog, type DialogProps } from '~/ui/overlay/Dialog';
import fields from './fields.module.css';
import type { FormState } from './form';
import classes from './FormDialog.module.css';
import { FormMessage } from './FormMessage';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'width' | 'onClose'> {
  form: FormState;
  // What sending it does; saving, where nothing is said.
  action?: string;
  // Whether whoever looks may send it at all, and not only read.
  may?: boolean;
  children: ReactNode;
  // Told below the form, of which it is no part.
  below?: ReactNode;
}

export function FormDialog({ form, action, may = true, children, below, ...dialog }: FormDialogProps) {
  const { t } = useTranslation('ui');
  const formId = useId();
  return (
    <Dialog
      {...dialog}
      open
      footer={
        may && (
          <>
            <Button onClick={dialog.onClose}>{t('cancel')}</Button>
            <Button look="primary" type="submit" form={formId} busy={form.busy}>
              {action ?? t('views.save')}
            </Button>
          </>
        )
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate>
        <fieldset className={fields.fields} disabled={!may}>
          <FormMessage form={form} />
          {children}
        </fieldset>
      </form>
      {below && <div className={classes.below}>{below}</div>}
    </Dialog>
  );
}
