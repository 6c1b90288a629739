// Promises pieces of a delivery to somebody who will wait for them.
import { useTranslation } from 'react-i18next';
import { TextField } from '~/ui/form/TextField';
import { useFormats } from '~/ui/text/locale';
import type { Incoming } from '../wire';
import { backOrder } from './api';
import { toPromise } from './pieces';
import { PiecesDialog } from './PiecesDialog';

export function BackOrderDialog({ of, onClose }: { of: Incoming; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const count = toPromise(of);
  return (
    <PiecesDialog
      of={of}
      pieces={1}
      title={(sku) => t('incoming.promise.title', { sku })}
      action={t('incoming.promise.action')}
      note={t('incoming.promise.left', { count, number: formats.number(count) })}
      act={(pieces, value) => backOrder(of, pieces, value('reference'))}
      done={(what) => t('incoming.promise.done', { ...what })}
      more={(form) => (
        <TextField
          label={t('fields.reference')}
          name="reference"
          hint={t('incoming.promise.referenceHint')}
          optional
          maxLength={200}
          error={form.errors['reference']}
        />
      )}
      onClose={onClose}
    />
  );
}
