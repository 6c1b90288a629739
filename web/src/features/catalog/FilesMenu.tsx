// The catalog as a file for a spreadsheet, and such a file brought in again.
import { IconDownload, IconFileSpreadsheet, IconHistory, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { Menu } from '~/ui/overlay/Menu';
import { useCatalogSearch } from './search';

const forms = ['csv', 'xlsx'] as const;

export function FilesMenu() {
  const { t } = useTranslation('catalog');
  const { show } = useCatalogSearch();
  return (
    <Menu
      trigger={
        <IconButton label={t('files')}>
          <IconFileSpreadsheet aria-hidden />
        </IconButton>
      }
      groups={[
        {
          items: [
            {
              id: 'import',
              label: t('import.title'),
              icon: <IconUpload aria-hidden />,
              onSelect: () => {
                show({ dialog: 'import' });
              },
            },
          ],
        },
        {
          label: t('export.action'),
          items: forms.map((form) => ({
            id: form,
            label: t(`export.${form}`),
            icon: <IconDownload aria-hidden />,
            href: `/api/v1/imports/products?form=${form}`,
          })),
        },
        {
          items: [
            {
              id: 'edits',
              label: t('bulk.history'),
              icon: <IconHistory aria-hidden />,
              onSelect: () => {
                show({ dialog: 'edits' });
              },
            },
          ],
        },
      ]}
    />
  );
}
