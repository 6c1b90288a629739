// The link with which somebody chooses a password.
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api';
import { CopyField } from '~/platform/CopyField';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { useFormats } from '~/ui/text/locale';

// A one-time link, to be given to whom it is for.
export function LinkShown({ link, onDone }: { link: Schemas['access.Link']; onDone: () => void }) {
  const { t } = useTranslation('access');
  const formats = useFormats();
  return (
    <div className={fields.fields}>
      <p>{t('link.text', { until: formats.dateTime(link.expires) })}</p>
      <CopyField label={t('link.title')} value={window.location.origin + link.path} />
      <div className={fields.row}>
        <Button onClick={onDone}>{t('link.done')}</Button>
      </div>
    </div>
  );
}
