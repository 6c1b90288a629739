// A new questionnaire: what it is called, and its questions, which begin as those about channels.
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { TextArea, TextField } from '~/ui/form/TextField';
import { slugOf } from '~/ui/text/slug';
import { addQuestionnaire, type Question } from './api';
import { freeCode, type KnownChannel, proposed } from './proposal';
import { QuestionFields } from './QuestionFields';
import { useVoiceSearch } from './search';

const dialogWidth = 760;

export function QuestionnaireDialog({ onClose }: { onClose: () => void }) {
  const channels = useChannelNames();
  if (!channels.ready) return null;
  return <Filled channels={channels.list} onClose={onClose} />;
}

function Filled({ channels, onClose }: { channels: readonly KnownChannel[]; onClose: () => void }) {
  const { t } = useTranslation('voice');
  const cache = useQueryClient();
  const { show } = useVoiceSearch();
  const [questions, setQuestions] = useState<readonly Question[]>(() =>
    proposed(channels, (id) => ({
      en: t(`new.proposed.${id}.en`),
      nl: t(`new.proposed.${id}.nl`),
    })),
  );
  const form = useForm(async (value) => {
    const made = await addQuestionnaire({
      code: freeCode(slugOf(value('code') || value('en') || value('nl')).slice(0, 40), []),
      title: { en: value('en'), nl: value('nl') },
      intro: { en: value('introEn'), nl: value('introNl') },
      questions: [...questions],
    });
    await cache.invalidateQueries({ queryKey: ['get', '/api/v1/panel/questionnaires'] });
    show({ of: made.code, wave: undefined, dialog: undefined });
  });
  const replace = (at: number, one: Question | null) => {
    setQuestions(questions.flatMap((before, index) => (index !== at ? [before] : one ? [one] : [])));
  };
  const wrong = Object.entries(form.errors).filter(([field]) => field.startsWith('questions'));
  return (
    <FormDialog title={t('new.title')} action={t('new.go')} width={dialogWidth} form={form} onClose={onClose}>
      <div className={fields.pair}>
        <TextField label={t('new.nl')} name="nl" error={form.errors['title']} />
        <TextField label={t('new.en')} name="en" optional />
        <TextArea label={t('new.introNl')} name="introNl" rows={2} optional />
        <TextArea label={t('new.introEn')} name="introEn" rows={2} optional />
      </div>
      <TextField label={t('new.code')} name="code" optional hint={t('new.codeHint')} error={form.errors['code']} />
      {wrong.length > 0 && <Notice tone="bad">{[...new Set(wrong.map(([, message]) => message))].join(' ')}</Notice>}
      {questions.map((question, index) => (
        <QuestionFields
          key={question.code}
          number={index + 1}
          question={question}
          channels={channels}
          onQuestion={(one) => {
            replace(index, one);
          }}
        />
      ))}
      <Button
        look="dashed"
        icon={<IconPlus aria-hidden />}
        onClick={() => {
          setQuestions([
            ...questions,
            {
              code: freeCode('question', questions.map(({ code }) => code)),
              asking: 'single',
              about: 'opinion',
              text: { en: '', nl: '' },
              required: false,
              options: [],
            },
          ]);
        }}
      >
        {t('new.addQuestion')}
      </Button>
    </FormDialog>
  );
}
