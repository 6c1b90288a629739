// All variants with their products as a file for a spreadsheet.
import { IconDownload, IconLoader2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { saveFile } from '~/platform/saveFile';
import { IconButton } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { wholeCatalog } from './exportFile';

export function ExportButton() {
  const { t } = useTranslation('catalog');
  const [busy, setBusy] = useState(false);
  const take = () => {
    if (busy) return;
    setBusy(true);
    wholeCatalog()
      .then((text) => {
        saveFile('products.csv', 'text/csv', text);
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <IconButton label={t('export')} aria-busy={busy || undefined} onClick={take}>
      {busy ? <IconLoader2 aria-hidden /> : <IconDownload aria-hidden />}
    </IconButton>
  );
}
