// The nudge as a visitor sees it on a telephone: its colours are those of the page it stands on, not of this app.
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '~/texts';
import { ActIcon } from '../ActIcon';
import type { Act, Words } from '../wire';
import classes from './Preview.module.css';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export interface PreviewProps {
  act: Act;
  words: Words;
  language: Language;
  scheme: Scheme;
}

export function Preview({ act, words, language, scheme }: PreviewProps) {
  const { t } = useTranslation('decisions');
  return (
    <figure className={`${classes.page} ${classes[scheme]}`} aria-label={t('preview.label')}>
      <div className={classes.lines} aria-hidden>
        <i />
        <i />
        <i />
      </div>
      <div className={classes.nudge} lang={language}>
        <span className={classes.sign}>
          <ActIcon act={act} size={19} />
        </span>
        <div className={classes.words}>
          <strong dir="auto">{words.title || t('preview.noTitle')}</strong>
          {words.body && <p dir="auto">{words.body}</p>}
          <span className={classes.button} dir="auto">
            {words.button || t('preview.noButton')}
          </span>
        </div>
        <IconX className={classes.close} size={16} aria-hidden />
      </div>
    </figure>
  );
}
