// Two people changed the same thing: shows both values and asks which to keep.
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Dialog } from '~/ui/overlay/Dialog';
import classes from './clash.module.css';
import { createStore, useStore } from './store';

interface Question {
  field: string;
  mine: string;
  theirs: string;
}

interface Asked extends Question {
  answer: (keepMine: boolean) => void;
}

const asked = createStore<readonly Asked[]>([]);

export function askWhichToKeep(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const mine: Asked = {
      ...question,
      answer: (keepMine) => {
        asked.set(asked.get().filter((other) => other !== mine));
        resolve(keepMine);
      },
    };
    asked.set([...asked.get(), mine]);
  });
}

// Once in the app.
export function ClashDialog() {
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
