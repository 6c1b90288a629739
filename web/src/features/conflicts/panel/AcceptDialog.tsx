// A conflict that may stay as it is, with the reason.
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { TextArea } from '~/ui/form/TextField';
import type { Conflict } from '../wire';
import { useDecide } from './useDecide';

export function AcceptDialog({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const { t } = useTranslation('conflicts');
  const decide = useDecide();
  const form = useForm(async (value) => {
    const problem = await decide(conflict, { state: 'accepted', reason: value('reason') }, { state: 'open' });
    if (problem) throw problem;
    onClose();
  });
  return (
    <FormDialog title={t('decide.accept')} action={t('decide.accept')} form={form} onClose={onClose}>
      <TextArea label={t('fields.reason')} name="reason" rows={3} error={form.errors['reason']} />
      <p className={fields.note}>{t('decide.until')}</p>
    </FormDialog>
  );
}
