// All movements of all variants.
import { useTranslation } from 'react-i18next';
import { Card } from '~/ui/layout/Card';
import { useMovements } from './api';
import { MovementLines } from './MovementLines';
import { useStockSearch } from './search';

export function MovementsView() {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  return (
    <Card title={t('tabs.movements')} note={t('movementsNote')}>
      <MovementLines
        query={useMovements(undefined, 50)}
        onOpen={(variant) => {
          show({ open: variant });
        }}
      />
    </Card>
  );
}
