// The rows of a screen as files.
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '~/ui/control/Button';

const forms = ['csv', 'xlsx'] as const;
export type FileForm = (typeof forms)[number];

export function FileLinks({ of }: { of: (form: FileForm) => string }) {
  const { t } = useTranslation('platform');
  return forms.map((form) => (
    <LinkButton key={form} href={of(form)} icon={<IconDownload aria-hidden />} download>
      {t(`files.${form}`)}
    </LinkButton>
  ));
}
