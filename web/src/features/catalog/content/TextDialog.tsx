// One text of a product: on which channel, in which language, and what it says.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Button } from '~/ui/control/Button';
import { Select } from '~/ui/form/Select';
import { TextArea, TextField } from '~/ui/form/TextField';
import { useContentEdit, type Content, type Wording } from './api';
import { useLanguages } from './languages';

export interface TextDialogProps {
  content: Content;
  index: number; // the number of texts: a new one
  name: string;
  may: boolean;
  onClose: () => void;
}

// What the server says of this text, by the names of its fields.
const errorsOf = (errors: Readonly<Record<string, string>>, index: number) => (field: string) =>
  errors[`texts.${String(index)}.${field}`];

export function TextDialog({ content, index, name, may, onClose }: TextDialogProps) {
  const { t } = useTranslation('catalog');
  const channels = useChannelNames();
  const languages = useLanguages();
  const edit = useContentEdit();
  const now = content.texts[index];
  const put = async (texts: readonly Wording[], says: string) => {
    const problem = await edit(content, { texts: [...texts] }, says);
    if (problem) throw problem;
    onClose();
  };
  const form = useForm((value) => {
    const text: Wording = {
      channel: value('channel') || null,
      language: value('language'),
      title: value('title'),
      description: value('description'),
    };
    return put(content.texts.toSpliced(index, 1, text), t('content.textSaved'));
  });
  const error = errorsOf(form.errors, index);
  return (
    <FormDialog
      title={t(now ? 'content.text' : 'content.newText', { name })}
      form={form}
      may={may}
      onClose={onClose}
    >
      <div className={fields.pair}>
        <Select
          label={t('price.channel')}
          name="channel"
          empty={t('price.allChannels')}
          options={channels.list.map(({ id, name: label }) => ({ value: id, label }))}
          defaultValue={now?.channel ?? ''}
          error={error('channel')}
        />
        <Select
          label={t('content.language')}
          name="language"
          options={languages.options}
          defaultValue={now?.language ?? 'en'}
          error={error('language')}
        />
      </div>
      <TextField
        label={t('content.title')}
        name="title"
        maxLength={200}
        defaultValue={now?.title}
        error={error('title')}
        data-autofocus
      />
      <TextArea
        label={t('fields.description')}
        name="description"
        rows={6}
        optional
        defaultValue={now?.description}
        error={error('description')}
      />
      {now && may && (
        <div>
          <Button
            look="quiet"
            onClick={() => {
              void put(content.texts.toSpliced(index, 1), t('content.textGone'));
            }}
          >
            {t('content.removeText')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
