// The questions that a personal link leads to, for people who know nothing of Sluis; the token stands behind the #.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Entry } from '~/platform/Entry';
import entry from '~/platform/Entry.module.css';
import { useForm } from '~/platform/form';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Skeleton } from '~/ui/feedback/State';
import { Checkbox } from '~/ui/form/Choices';
import { TextArea } from '~/ui/form/TextField';
import { useFormats } from '~/ui/text/locale';
import { answer, type Asked, type AskedQuestion, leaveBy, openLink, type Said } from './api';
import { choicesOf, inWords } from './words';
import classes from './answer.module.css';

type Done = 'answered' | 'left';

export default function AnswerPage() {
  const { t, i18n } = useTranslation('voice');
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, finish] = useState<Done>();
  const { data: asked, error } = useQuery({
    queryKey: ['panel link', token],
    queryFn: () => openLink(token),
    enabled: !done,
    retry: false,
    staleTime: Infinity,
  });
  if (done)
    return (
      <Entry title={t(`answer.${done}`)}>
        <p role="status">{t(`answer.${done}Text`)}</p>
      </Entry>
    );
  if (error)
    return (
      <Entry title={t('answer.closed')}>
        <Notice>{problemOf(error).message}</Notice>
      </Entry>
    );
  if (!asked)
    return (
      <Entry title={t('answer.title')}>
        <Skeleton lines={6} />
      </Entry>
    );
  return (
    <Entry
      title={inWords(asked.title, i18n.language)}
      text={inWords(asked.intro, i18n.language) || t('answer.from', { company: asked.company })}
      wide
    >
      <Questions asked={asked} token={token} onDone={finish} />
    </Entry>
  );
}

function Questions({
  asked,
  token,
  onDone,
}: {
  asked: Asked;
  token: string;
  onDone: (done: Done) => void;
}) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  const [said, say] = useState<Record<string, Said>>({});
  const form = useForm(async () => {
    await answer(token, Object.values(said));
    onDone('answered');
  });
  const leaving = useForm(async () => {
    await leaveBy(token);
    onDone('left');
  });
  return (
    <>
      <form className={entry.form} onSubmit={form.submit} noValidate>
        {asked.questions.map((question) => (
          <OneQuestion
            key={question.code}
            question={question}
            said={said[question.code]}
            error={form.errors[`answers.${question.code}`]}
            onSay={(one) => {
              say((before) => ({ ...before, [question.code]: one }));
            }}
          />
        ))}
        {form.message && <Notice tone="bad">{form.message}</Notice>}
        <Button type="submit" look="primary" busy={form.busy}>
          {t('answer.send')}
        </Button>
      </form>
      <form className={classes.leave} onSubmit={leaving.submit}>
        <p className={entry.note}>{t('answer.until', { moment: formats.dateTime(asked.ends) })}</p>
        <Button type="submit" look="quiet" busy={leaving.busy}>
          {t('answer.leave')}
        </Button>
      </form>
    </>
  );
}

interface OneQuestionProps {
  question: AskedQuestion;
  said: Said | undefined;
  error: string | undefined;
  onSay: (said: Said) => void;
}

function OneQuestion({ question, said, error, onSay }: OneQuestionProps) {
  const { t, i18n } = useTranslation('voice');
  const text = inWords(question.text, i18n.language);
  const chosen = said?.choices ?? [];
  if (question.asking === 'open')
    return (
      <TextArea
        label={text}
        rows={3}
        maxLength={2000}
        optional={!question.required}
        error={error}
        value={said?.words ?? ''}
        onChange={({ target }) => {
          onSay({ question: question.code, choices: [], words: target.value });
        }}
      />
    );
  const several = question.asking === 'multiple';
  const numbers = question.asking === 'nps' || question.asking === 'scale';
  const choose = (value: string, on: boolean) => {
    const others = several ? chosen.filter((one) => one !== value) : [];
    onSay({ question: question.code, choices: on ? [...others, value] : others, words: '' });
  };
  return (
    <fieldset className={classes.question} aria-invalid={error ? true : undefined} tabIndex={-1}>
      <legend>
        {text}
        {!question.required && <span className={classes.optional}>{t('answer.optional')}</span>}
      </legend>
      {numbers && (
        <p className={entry.note}>{t(question.asking === 'nps' ? 'answer.npsEnds' : 'answer.scaleEnds')}</p>
      )}
      <div className={numbers ? classes.numbers : classes.options}>
        {choicesOf(question, i18n.language).map(({ value, label }) => (
          <Checkbox
            key={value}
            type={several ? 'checkbox' : 'radio'}
            name={question.code}
            value={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={({ target }) => {
              choose(value, target.checked);
            }}
          />
        ))}
      </div>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
