// Copies a text, and says that it did.
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from '~/ui/control/Button';

export interface CopyButtonProps extends Pick<ButtonProps, 'look'> {
  // What is copied; a button beside it needs no more than "Copy".
  label?: string;
  text: string;
}

export function CopyButton({ label, text, look = 'normal' }: CopyButtonProps) {
  const { t } = useTranslation('platform');
  const [copied, setCopied] = useState(false);
  return (
    <Button
      look={look}
      icon={copied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
      onClick={() =>
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
        })
      }
    >
      {copied ? t('copied') : (label ?? t('copy'))}
    </Button>
  );
}
