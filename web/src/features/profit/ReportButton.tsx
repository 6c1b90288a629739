// Opens the weekly report.
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { useProfitSearch } from './search';

export function ReportButton() {
  const { t } = useTranslation('profit');
  const { show } = useProfitSearch();
  return (
    <Button
      icon={<IconMail aria-hidden />}
      onClick={() => {
        show({ report: 'open' }, false);
      }}
    >
      {t('report.title')}
    </Button>
  );
}
