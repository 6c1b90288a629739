// The catalog as a file for a spreadsheet, which can be brought in again.
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { Menu } from '~/ui/overlay/Menu';

const forms = ['csv', 'xlsx'] as const;

export function ExportButton() {
  const { t } = useTranslation('catalog');
  return (
    <Menu
      trigger={
        <IconButton label={t('export.action')}>
          <IconDownload aria-hidden />
        </IconButton>
      }
      groups={[
        {
          label: t('export.action'),
          items: forms.map((form) => ({
            id: form,
            label: t(`export.${form}`),
            href: `/api/v1/imports/products?form=${form}`,
          })),
        },
      ]}
    />
  );
}
