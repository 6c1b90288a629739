// Writes down that pieces came, went, were moved or were counted.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { useVariant } from '~/platform/variants';
import { VariantPicker } from '~/platform/VariantPicker';
import { Button } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { type Act, isWritten, piecesIn } from './acts';
import { useLevels, useLocations, useRefresh, writeDown } from './api';
import classes from './stock.module.css';
import { locationOptions } from './words';

export interface ActDialogProps {
  act: Act;
  // Absent: it is chosen first.
  variant: string | undefined;
  onClose: () => void;
}

export function ActDialog({ act, variant: opened, onClose }: ActDialogProps) {
  const { t } = useTranslation('stock');
  const formId = useId();
  const [picked, setPicked] = useState<string>();
  const [busy, setBusy] = useState(false);
  const variant = opened ?? picked;
  return (
    <Dialog
      open
      title={t(`acts.${act}.title`)}
      width={440}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy} disabled={!variant}>
            {t(`acts.${act}.action`)}
          </Button>
        </>
      }
    >
      {variant ? (
        <Form {...{ act, variant, formId, onClose }} onBusy={setBusy} />
      ) : (
        <VariantPicker
          label={t('fields.variant')}
          onPick={({ id }) => {
            setPicked(id);
          }}
        />
      )}
    </Dialog>
  );
}

interface FormProps {
  act: Act;
  variant: string;
  formId: string;
  onBusy: (busy: boolean) => void;
  onClose: () => void;
}

function Form({ act, variant, formId, onBusy, onClose }: FormProps) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const refresh = useRefresh();
  const sku = useVariant(variant).data?.sku ?? '…';
  const options = locationOptions(useLocations().data?.items ?? []);
  const [from, setFrom] = useState<string>();
  const [typed, setTyped] = useState('');
  const location = from ?? options[0]?.value ?? '';
  const form = useForm(async (value) => {
    const pieces = piecesIn(typed, act === 'counted' ? 0 : 1);
    if (pieces === undefined) throw refusalOf('quantity', t(act === 'counted' ? 'wholeOrNone' : 'whole'));
    onBusy(true);
    try {
      const [reference, note, to] = [value('reference'), value('note'), value('to')];
      await writeDown({ act, variant, location, to, pieces, reference, note }).finally(refresh);
      showToast(t(`acts.${act}.done`, { sku, count: pieces, number: formats.number(pieces) }));
      onClose();
    } finally {
      onBusy(false);
    }
  });
  return (
    <form id={formId} className={fields.fields} onSubmit={form.submit} noValidate>
      <FormMessage form={form} />
      <p className={classes.what} dir="auto">
        {sku}
      </p>
      <Select
        label={t(act === 'moved' ? 'fields.from' : 'fields.location')}
        value={location}
        options={options}
        error={form.errors['location'] ?? form.errors['from']}
        onChange={setFrom}
      />
      {act === 'moved' && (
        <Select
          key={location}
          label={t('fields.to')}
          name="to"
          options={options.filter(({ value }) => value !== location)}
          error={form.errors['to']}
        />
      )}
      <NumberField
        label={t(act === 'counted' ? 'fields.counted' : 'fields.pieces')}
        inputMode="numeric"
        error={form.errors['quantity'] ?? form.errors['counted']}
        onChange={setTyped}
      />
      <Believed variant={variant} location={location} />
      {isWritten(act) && (
        <TextField
          label={t('fields.reference')}
          name="reference"
          hint={t(`acts.${act}.reference`)}
          optional
          maxLength={200}
          error={form.errors['reference']}
        />
      )}
      <TextField label={t('fields.note')} name="note" optional maxLength={500} error={form.errors['note']} />
    </form>
  );
}

// What lies there according to what was written down so far.
function Believed({ variant, location }: { variant: string; location: string }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const level = useLevels(variant).data?.items.find((one) => one.location === location);
  const [onHand, reserved] = [level?.on_hand ?? 0, level?.reserved ?? 0];
  return (
    <p className={classes.note}>
      {t('believed', { number: formats.number(onHand), reserved: formats.number(reserved) })}
    </p>
  );
}
