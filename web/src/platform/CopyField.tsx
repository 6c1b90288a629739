// Something to give to somebody else, shown whole, with a button that copies it.
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import classes from './CopyField.module.css';

export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('platform');
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(value).then(() => {
      setCopied(true);
    });
  };
  return (
    <div className={classes.row}>
      <input
        className={classes.value}
        aria-label={label}
        readOnly
        value={value}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <Button
        look="primary"
        icon={copied ? <IconCheck aria-hidden /> : <IconCopy aria-hidden />}
        onClick={copy}
      >
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  );
}
