// The quiet page for those who are not in: signing in, setting up, choosing a password, answering questions.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, setLanguage, type Language } from '~/texts';
import { Segmented } from '~/ui/control/Segmented';
import classes from './Entry.module.css';

export interface EntryProps {
  title: string;
  text?: string;
  wide?: boolean;
  children: ReactNode;
}

export function Entry({ title, text, wide = false, children }: EntryProps) {
  return (
    <main className={classes.page}>
      <div className={wide ? classes.wide : classes.narrow}>
        <header className={classes.head}>
          <img src="/sluis.svg" alt="" width="34" height="34" />
          <h1 className={classes.title}>{title}</h1>
          {text && <p className={classes.text}>{text}</p>}
        </header>
        <div className={classes.card}>{children}</div>
        <LanguageChoice />
      </div>
    </main>
  );
}

function LanguageChoice() {
  const { t } = useTranslation('platform');
  const [language, choose] = useState(currentLanguage);
  return (
    <div className={classes.language}>
      <Segmented<Language>
        label={t('language.title')}
        items={[
          { id: 'nl', label: t('language.nl') },
          { id: 'en', label: t('language.en') },
        ]}
        value={language}
        onChange={(chosen) => {
          choose(chosen);
          void setLanguage(chosen);
        }}
      />
    </div>
  );
}
