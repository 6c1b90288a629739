// One change of many products: what becomes what, shown value by value before it is done. It can be taken
// back at once, and later from the list of such changes.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Button } from '~/ui/control/Button';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextArea, TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useLocale } from '~/ui/text/locale';
import { useLanguages } from '../content/languages';
import { stateOptions, vatOptions } from '../words';
import { previewEdit, type EditChange, type EditPreview } from './api';
import { changeOf, editFields, isNumber, type EditField } from './change';
import { EditLines } from './EditLines';
import { useCarryOut } from './useCarryOut';

export interface EditDialogProps {
  products: readonly string[];
  onClose: () => void;
}

interface Tried {
  change: EditChange;
  preview: EditPreview;
}

export default function EditDialog({ products, onClose }: EditDialogProps) {
  const { t } = useTranslation('catalog');
  const [field, setField] = useState<EditField>('category');
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState<Tried | null>(null);
  const title = t('bulk.title', { count: products.length });
  const form = useForm(async (value) => {
    const given = (name: string) => (name === 'value' && isNumber(field) ? number : value(name));
    const change = changeOf(field, given, t('bulk.noNumber'));
    setTried({ change, preview: await previewEdit({ products: [...products], change }) });
  });
  if (tried) {
    return (
      <Preview
        {...tried}
        title={title}
        products={products}
        onBack={() => {
          setTried(null);
        }}
        onClose={onClose}
      />
    );
  }
  const error = form.errors['value'] ?? Object.values(form.errors)[0];
  return (
    <FormDialog title={title} width={480} action={t('bulk.preview')} form={form} onClose={onClose}>
      <Select
        label={t('bulk.what')}
        value={field}
        options={editFields.map((value) => ({ value, label: t(`bulk.fields.${value}`) }))}
        onChange={(value) => {
          setField(value as EditField);
          setNumber('');
        }}
      />
      <Where field={field} />
      <Value key={field} field={field} error={error} onNumber={setNumber} />
    </FormDialog>
  );
}

// Prices and texts are of one channel or of all.
function Where({ field }: { field: EditField }) {
  const { t } = useTranslation('catalog');
  const channels = useChannelNames();
  const languages = useLanguages();
  const { currency, language } = useLocale();
  const isText = field === 'title' || field === 'description';
  const isPrice = field === 'price' || field === 'percent';
  if (!isText && !isPrice) return null;
  return (
    <div className={fields.pair}>
      <Select
        label={t('price.channel')}
        name="channel"
        empty={t('price.allChannels')}
        options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {isText ? (
        <Select
          label={t('content.language')}
          name="language"
          options={languages.options}
          defaultValue={language}
        />
      ) : (
        <TextField label={t('price.currency')} name="currency" maxLength={3} defaultValue={currency} />
      )}
    </div>
  );
}

interface ValueProps {
  field: EditField;
  error: string | undefined;
  onNumber: (value: string) => void;
}

function Value({ field, error, onNumber }: ValueProps) {
  const { t } = useTranslation('catalog');
  const label = t('bulk.becomes');
  if (field === 'state') return <Select {...{ label, error }} name="value" options={stateOptions(t)} />;
  if (field === 'vat') return <Select {...{ label, error }} name="value" options={vatOptions(t)} />;
  if (field === 'description') return <TextArea {...{ label, error }} name="value" rows={5} />;
  if (isNumber(field)) {
    const hint = field === 'percent' ? t('bulk.percentHint') : undefined;
    return <NumberField {...{ label, error, hint }} onChange={onNumber} />;
  }
  return <TextField {...{ label, error }} name="value" maxLength={200} />;
}

interface PreviewProps extends Tried {
  title: string;
  products: readonly string[];
  onBack: () => void;
  onClose: () => void;
}

function Preview({ change, preview, title, products, onBack, onClose }: PreviewProps) {
  const { t } = useTranslation('catalog');
  const carryOut = useCarryOut();
  const [busy, setBusy] = useState(false);
  const apply = async () => {
    setBusy(true);
    const done = await carryOut({ products: [...products], change });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      open
      title={title}
      width={720}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onBack}>{t('bulk.back')}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={preview.changes === 0}
            onClick={() => {
              void apply();
            }}
          >
            {t('bulk.apply', { count: preview.changes })}
          </Button>
        </>
      }
    >
      <EditLines preview={preview} />
    </Dialog>
  );
}
