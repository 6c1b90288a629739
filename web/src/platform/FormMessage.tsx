// What is wrong with a form as a whole. Where somebody else has changed the record since the form was opened,
// what was typed may go over it, by choice.
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import type { FormState } from './form';

export function FormMessage({ form }: { form: FormState }) {
  const { t } = useTranslation('platform');
  if (!form.message) return null;
  if (!form.problem?.changed) return <Notice tone="bad">{form.message}</Notice>;
  return (
    <Notice tone="bad">
      <p>{t('changedMeanwhile')}</p>
      <Button onClick={form.insist}>{t('clash.keepMine')}</Button>
    </Notice>
  );
}
