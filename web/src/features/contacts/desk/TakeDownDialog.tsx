// A contact that the agent has already, without any link: on the telephone or face to face. Six digits that the
// customer reads aloud lead to what they did on the website.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { takeDown, type TakenDown, useRefresh } from '../api';
import { useDeskSearch } from '../search';

const kinds = ['call', 'store_request'] as const;

export function TakeDownDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('contacts');
  const { show } = useDeskSearch();
  const refresh = useRefresh();
  const [kind, setKind] = useState<TakenDown['kind']>('call');
  const form = useForm(async (value) => {
    const [code, phone, name, question] = [value('code'), value('phone'), value('name'), value('question')];
    const { id } = await takeDown({ kind, code, phone, name, question }).finally(() => void refresh());
    onClose();
    show({ open: id, list: 'mine', pane: undefined });
  });
  const field = (name: 'code' | 'phone' | 'name' | 'question') => ({
    name,
    label: t(`takeDown.${name}`),
    optional: true,
    autoComplete: 'off',
    error: form.errors[name],
  });
  return (
    <Dialog open title={t('takeDown.title')} onClose={onClose}>
      <form className={fields.fields} onSubmit={form.submit} noValidate>
        <Segmented
          label={t('takeDown.kind')}
          value={kind}
          items={kinds.map((id) => ({ id, label: t(`takeDown.kinds.${id}`) }))}
          onChange={setKind}
        />
        <TextField {...field('phone')} type="tel" data-autofocus />
        <TextField {...field('code')} hint={t('takeDown.codeHint')} inputMode="numeric" maxLength={6} />
        <TextField {...field('name')} maxLength={200} />
        <TextField {...field('question')} maxLength={2_000} />
        <FormMessage form={form} />
        <Button look="primary" type="submit" busy={form.busy}>
          {t('takeDown.action')}
        </Button>
      </form>
    </Dialog>
  );
}
