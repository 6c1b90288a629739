// Pieces of a delivery came in: those who wait for them get theirs first.
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';
import type { Incoming } from '../wire';
import { arrive } from './api';
import { toCome } from './pieces';
import { PiecesDialog } from './PiecesDialog';

export function ArrivalDialog({ of, onClose }: { of: Incoming; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  return (
    <PiecesDialog
      of={of}
      pieces={toCome(of)}
      title={(sku) => t('incoming.arrive.title', { sku })}
      action={t('incoming.arrive.action')}
      note={
        of.promised > 0
          ? t('incoming.arrive.waiting', { count: of.promised, number: formats.number(of.promised) })
          : t('incoming.arrive.nobody')
      }
      act={(pieces) => arrive(of.id, pieces)}
      done={(what) => t('acts.received.done', { ...what })}
      onClose={onClose}
    />
  );
}
