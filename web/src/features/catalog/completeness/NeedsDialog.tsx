// What a channel needs of every product: things, and texts in languages.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Choices } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { useLocale } from '~/ui/text/locale';
import { useLanguages } from '../content/languages';
import { useNeedsEdit, type Completeness } from './api';
import { isText, things, useNeedName } from './useNeedName';

export function NeedsDialog({ of, onClose }: { of: Completeness; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const { nameOf } = useChannelNames();
  const { language } = useLocale();
  const languages = useLanguages();
  const needName = useNeedName();
  const edit = useNeedsEdit();
  const [needs, setNeeds] = useState<readonly string[]>(of.needs);
  const [chosen, setChosen] = useState<string>(language);
  const form = useForm(async () => {
    const problem = await edit(of, [...needs], t('complete.saved', { channel: nameOf(of.channel) }));
    if (problem) throw problem;
    onClose();
  });
  const offered = things.map((thing) => (isText(thing) ? `${thing}:${chosen}` : thing));
  const all = [...new Set([...of.needs, ...needs, ...offered])];
  return (
    <FormDialog title={t('complete.needs', { channel: nameOf(of.channel) })} form={form} onClose={onClose}>
      <Choices
        label={t('complete.need')}
        hint={t('complete.needHint')}
        options={all.map((value) => ({ value, label: needName(value) }))}
        value={needs}
        onChange={(next) => {
          setNeeds(all.filter((need) => next.includes(need)));
        }}
      />
      <Select
        label={t('complete.alsoIn')}
        options={languages.options}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
