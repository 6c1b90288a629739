// An answer that is ready; {name}, {agent} and {team} are filled in when it is used.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { TextArea, TextField } from '~/ui/form/TextField';
import { showToast } from '~/ui/feedback/toasts';
import { slugOf } from '~/ui/text/slug';
import { useRefresh } from '../api';
import type { Answer } from '../wire';
import { saveAnswer, useAnswers } from './api';

interface DialogProps {
  id: string;
  onClose: () => void;
}

export function AnswerDialog({ id, onClose }: DialogProps) {
  const answers = useAnswers().data?.items;
  const answer = answers?.find((one) => one.id === id);
  if (!answers || (id !== 'new' && !answer)) return null;
  return <Form now={answer} onClose={onClose} />;
}

function Form({ now, onClose }: { now: Answer | undefined; onClose: () => void }) {
  const { t } = useTranslation('contacts');
  const refresh = useRefresh();
  const [answer] = useState(now);
  const form = useForm(async (value, insists) => {
    const title = value('title');
    const code = slugOf(value('code') || title);
    await saveAnswer(insists ? now : answer, code, title, value('text')).finally(() => void refresh());
    showToast(t('teams.saved', { name: title }));
    onClose();
  });
  return (
    <FormDialog title={answer?.title ?? t('teams.newAnswer')} form={form} onClose={onClose}>
      <TextField
        label={t('teams.answerTitle')}
        name="title"
        maxLength={120}
        defaultValue={answer?.title ?? ''}
        autoComplete="off"
        error={form.errors['title']}
      />
      {!answer && (
        <TextField
          label={t('teams.answerCode')}
          hint={t('teams.answerCodeHint')}
          name="code"
          optional
          maxLength={60}
          autoComplete="off"
          error={form.errors['code']}
        />
      )}
      <TextArea
        label={t('teams.answerText')}
        hint={t('teams.answerTextHint')}
        name="text"
        rows={5}
        maxLength={4_000}
        defaultValue={answer?.text ?? ''}
        error={form.errors['text']}
      />
    </FormDialog>
  );
}
