// A link to what is shown: all that was chosen stands in the address.
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';

export function CopyLink() {
  const { t } = useTranslation('platform');
  return (
    <IconButton
      label={t('link.copy')}
      onClick={() =>
        void navigator.clipboard.writeText(window.location.href).then(() => {
          showToast(t('link.copied'));
        })
      }
    >
      <IconLink aria-hidden />
    </IconButton>
  );
}
