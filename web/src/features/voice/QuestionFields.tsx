// One question: how it is asked, what it is about, its words in both languages, and its options.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Button, IconButton } from '~/ui/control/Button';
import { Checkbox } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import type { Option, Question } from './api';
import { freeCode, type KnownChannel } from './proposal';
import classes from './voice.module.css';

const askings = ['single', 'multiple', 'scale', 'nps', 'open'] as const;
const abouts = ['opinion', 'orients', 'buys'] as const;
const hasOptions = (asking: Question['asking']) => asking === 'single' || asking === 'multiple';

interface QuestionFieldsProps {
  number: number;
  question: Question;
  channels: readonly KnownChannel[];
  // Nothing: it is taken away.
  onQuestion: (question: Question | null) => void;
}

export function QuestionFields({ number, question, channels, onQuestion }: QuestionFieldsProps) {
  const { t } = useTranslation('voice');
  const chooses = hasOptions(question.asking);
  return (
    <fieldset className={classes.question}>
      <legend>{t('new.question', { number })}</legend>
      <div className={fields.pair}>
        <TextField
          label={t('new.wordsNl')}
          value={question.text.nl}
          onChange={({ target }) => {
            onQuestion({ ...question, text: { ...question.text, nl: target.value } });
          }}
        />
        <TextField
          label={t('new.wordsEn')}
          value={question.text.en}
          onChange={({ target }) => {
            onQuestion({ ...question, text: { ...question.text, en: target.value } });
          }}
        />
        <Select
          label={t('new.asking')}
          value={question.asking}
          options={askings.map((value) => ({ value, label: t(`askings.${value}`) }))}
          onChange={(value) => {
            const asking = value as Question['asking'];
            const keeps = hasOptions(asking);
            onQuestion({
              ...question,
              asking,
              about: keeps ? question.about : 'opinion',
              options: keeps ? question.options : [],
            });
          }}
        />
        {chooses && (
          <Select
            label={t('new.about')}
            value={question.about}
            options={abouts.map((value) => ({ value, label: t(`about.${value}`) }))}
            onChange={(value) => {
              onQuestion({ ...question, about: value as Question['about'] });
            }}
          />
        )}
      </div>
      {chooses && (
        <Options
          options={question.options}
          channels={channels}
          onOptions={(options) => {
            onQuestion({ ...question, options });
          }}
        />
      )}
      <div className={fields.row}>
        <Checkbox
          label={t('new.required')}
          checked={question.required}
          onChange={({ target }) => {
            onQuestion({ ...question, required: target.checked });
          }}
        />
        <Button
          look="quiet"
          icon={<IconX aria-hidden />}
          onClick={() => {
            onQuestion(null);
          }}
        >
          {t('new.removeQuestion')}
        </Button>
      </div>
    </fieldset>
  );
}

interface OptionsProps {
  options: readonly Option[];
  channels: readonly KnownChannel[];
  onOptions: (options: Option[]) => void;
}

function Options({ options, channels, onOptions }: OptionsProps) {
  const { t } = useTranslation('voice');
  const replace = (at: number, one: Option | null) => {
    onOptions(options.flatMap((before, index) => (index !== at ? [before] : one ? [one] : [])));
  };
  return (
    <>
      {options.map((option, index) => (
        <div key={option.code} className={classes.option}>
          <TextField
            label={t('new.optionNl', { number: index + 1 })}
            value={option.text.nl}
            onChange={({ target }) => {
              replace(index, { ...option, text: { ...option.text, nl: target.value } });
            }}
          />
          <TextField
            label={t('new.optionEn', { number: index + 1 })}
            value={option.text.en}
            onChange={({ target }) => {
              replace(index, { ...option, text: { ...option.text, en: target.value } });
            }}
          />
          <Select
            label={t('new.optionChannel', { number: index + 1 })}
            value={option.channel ?? ''}
            empty={t('new.noChannel')}
            options={channels.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(channel) => {
              replace(index, { ...option, channel: channel || null });
            }}
          />
          <IconButton
            label={t('new.removeOption', { number: index + 1 })}
            onClick={() => {
              replace(index, null);
            }}
          >
            <IconX aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        look="dashed"
        icon={<IconPlus aria-hidden />}
        onClick={() => {
          const code = freeCode('option', options.map((one) => one.code));
          onOptions([...options, { code, text: { en: '', nl: '' }, channel: null }]);
        }}
      >
        {t('new.addOption')}
      </Button>
    </>
  );
}
