// Asks the name of a view and whether all staff see it.
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../control/Button';
import { Checkbox } from '../form/Choices';
import { TextField } from '../form/TextField';
import { Dialog } from '../overlay/Dialog';

export interface SaveViewDialogProps {
  rename: boolean;
  name: string;
  shared: boolean;
  onSave: (name: string, shared: boolean) => void;
  onClose: () => void;
}

export function SaveViewDialog({ rename, name, shared, onSave, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation('ui');
  const formId = useId();
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const chosen = String(data.get('name') ?? '').trim();
    if (chosen === '') setProblem(t('views.nameMissing'));
    else onSave(chosen, data.has('shared'));
  };
  return (
    <Dialog
      open
      title={rename ? t('views.rename') : t('views.saveAs')}
      width={400}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t('views.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextField
          label={t('views.name')}
          name="name"
          defaultValue={name}
          maxLength={80}
          error={problem}
          data-autofocus
        />
        <Checkbox label={t('views.shared')} name="shared" defaultChecked={shared} />
      </form>
    </Dialog>
  );
}
