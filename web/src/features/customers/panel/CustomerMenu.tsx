// What is seldom done with a customer: merge with another one, take everything along, forget.
import { IconArrowsJoin, IconDots, IconDownload, IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { saveFile } from '~/ui/saveFile';
import { managing, mayDo, useMe } from '~/platform/session';
import { IconButton } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { Menu } from '~/ui/overlay/Menu';
import { everything } from '../api';
import type { View } from '../wire';
import { ForgetDialog } from './ForgetDialog';
import { MergeDialog } from './MergeDialog';

export interface CustomerMenuProps {
  customer: View;
  onForgotten: () => void;
}

export function CustomerMenu({ customer, onForgotten }: CustomerMenuProps) {
  const { t } = useTranslation('customers');
  const manages = mayDo(useMe(), managing);
  const [dialog, setDialog] = useState<'merge' | 'forget' | null>(null);
  const close = () => {
    setDialog(null);
  };
  const take = () => {
    everything(customer.id)
      .then((all) => {
        saveFile(`${customer.id}.json`, 'application/json', JSON.stringify(all, null, 2));
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      });
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('more')}>
            <IconDots aria-hidden />
          </IconButton>
        }
        groups={[
          {
            items: [
              {
                id: 'merge',
                label: t('merge.action'),
                icon: <IconArrowsJoin aria-hidden />,
                onSelect: () => {
                  setDialog('merge');
                },
              },
            ],
          },
          {
            items: manages
              ? [
                  {
                    id: 'export',
                    label: t('everything'),
                    icon: <IconDownload aria-hidden />,
                    onSelect: take,
                  },
                  {
                    id: 'forget',
                    label: t('forget.action'),
                    icon: <IconEraser aria-hidden />,
                    danger: true,
                    onSelect: () => {
                      setDialog('forget');
                    },
                  },
                ]
              : [],
          },
        ]}
      />
      {dialog === 'merge' && <MergeDialog customer={customer} onClose={close} />}
      {dialog === 'forget' && (
        <ForgetDialog customer={customer} onForgotten={onForgotten} onClose={close} />
      )}
    </>
  );
}
