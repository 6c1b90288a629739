// What else can be done with the whole worksheet.
import {
  IconDots,
  IconDownload,
  IconLayoutGridAdd,
  IconPrinter,
  IconUpload,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayDo, reading, useMe } from '~/platform/session';
import { IconButton } from '~/ui/control/Button';
import { Menu } from '~/ui/overlay/Menu';
import { useLocale } from '~/ui/text/locale';
import { useChannelsSearch } from './search';

export function MoreMenu({ may }: { may: boolean }) {
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const { show } = useChannelsSearch();
  const navigate = useNavigate();
  const seesCosts = mayDo(useMe(), reading);
  const separator = language === 'nl' ? 'semicolon' : 'comma';
  const open = (dialog: string) => () => {
    show({ dialog });
  };
  const changes = [
    {
      id: 'templates',
      label: t('fromTemplates'),
      icon: <IconLayoutGridAdd aria-hidden />,
      onSelect: open('templates'),
    },
    {
      id: 'import',
      label: t('import'),
      icon: <IconUpload aria-hidden />,
      onSelect: open('import'),
    },
  ];
  const file = {
    id: 'export',
    label: t('export'),
    icon: <IconDownload aria-hidden />,
    href: `/api/v1/channels/export?separator=${separator}`,
  };
  const paper = {
    id: 'print',
    label: t('print'),
    icon: <IconPrinter aria-hidden />,
    onSelect: () => void navigate({ to: '/channels/print' }),
  };
  return (
    <Menu
      trigger={
        <IconButton look="normal" label={t('more')}>
          <IconDots aria-hidden />
        </IconButton>
      }
      groups={[{ items: may ? changes : [] }, { items: seesCosts ? [file, paper] : [paper] }]}
    />
  );
}
