// What is scanned or typed at a shelf: where it lies, one's own store first. It needs no conversation.
import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/overlay/Dialog';
import { StockNear } from '../customer/StockNear';

export function ShelfDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('contacts');
  return (
    <Dialog open title={t('shelf')} width={440} onClose={onClose}>
      <StockNear products={[]} />
    </Dialog>
  );
}
