// Mails what was said so far to the customer.
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Button } from '~/ui/control/Button';
import { TextField } from '~/ui/form/TextField';
import { showToast } from '~/ui/feedback/toasts';
import { Dialog } from '~/ui/overlay/Dialog';
import { mailTranscript } from '../api';
import type { Contact } from '../wire';

export function MailDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation('contacts');
  const form = useForm(async (value) => {
    const address = value('address');
    await mailTranscript(contact.id, address);
    showToast(t('mail.done', { address }));
    onClose();
  });
  return (
    <Dialog open title={t('mail.title')} onClose={onClose}>
      <form className={fields.fields} onSubmit={form.submit} noValidate>
        <TextField
          label={t('mail.address')}
          hint={t('mail.hint')}
          name="address"
          type="email"
          defaultValue={contact.caller.email}
          error={form.errors['address']}
        />
        <FormMessage form={form} />
        <Button look="primary" type="submit" busy={form.busy}>
          {t('mail.action')}
        </Button>
      </form>
    </Dialog>
  );
}
