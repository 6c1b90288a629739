// Shows both values of a clash, one question at a time.
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Dialog } from '~/ui/overlay/Dialog';
import { asked } from './clash';
import classes from './ClashDialog.module.css';
import { useStore } from './store';

export default function ClashDialog() {
  const { t } = useTranslation('platform');
  const question = useStore(asked)[0];
  if (!question) return null;
  const { field, mine, theirs, answer } = question;
  const keepTheirs = () => {
    answer(false);
  };
  return (
    <Dialog
      open
      title={t('clash.title', { field })}
      onClose={keepTheirs}
      footer={
        <>
          <Button onClick={keepTheirs}>{t('clash.keepTheirs')}</Button>
          <Button
            look="primary"
            onClick={() => {
              answer(true);
            }}
          >
            {t('clash.keepMine')}
          </Button>
        </>
      }
    >
      <p>{t('clash.text')}</p>
      <dl className={classes.values}>
        <dt>{t('clash.theirs')}</dt>
        <dd dir="auto">{theirs === '' ? t('clash.empty') : theirs}</dd>
        <dt>{t('clash.mine')}</dt>
        <dd dir="auto">{mine === '' ? t('clash.empty') : mine}</dd>
      </dl>
    </Dialog>
  );
}
