// People come into the panel: by their addresses, or as the members of a segment. Only who agreed to it does.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { showToast } from '~/ui/feedback/toasts';
import { Select } from '~/ui/form/Select';
import { TextArea } from '~/ui/form/TextField';
import { useFormats } from '~/ui/text/locale';
import { join, members, useSegments } from './api';

const addressesIn = (text: string) => text.split(/[\s,;]+/).filter((one) => one !== '');
const atATime = 500;

type Outcome = Awaited<ReturnType<typeof join>>;
const together = (a: Outcome, b: Outcome): Outcome => ({
  joined: a.joined + b.joined,
  already: a.already + b.already,
  refused: a.refused + b.refused,
  without_address: a.without_address + b.without_address,
});
const nobody: Outcome = { joined: 0, already: 0, refused: 0, without_address: 0 };

async function joinAddresses(text: string): Promise<Outcome> {
  const all = addressesIn(text);
  let outcome = nobody;
  for (let at = 0; at < all.length; at += atATime)
    outcome = together(outcome, await join({ emails: all.slice(at, at + atATime) }));
  return outcome;
}

async function joinSegment(id: string): Promise<Outcome> {
  let outcome = nobody;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof members>> = await members(id, after);
    if (page.items.length > 0)
      outcome = together(outcome, await join({ customers: page.items.map(({ customer }) => customer) }));
    after = page.next ?? null;
  } while (after);
  return outcome;
}

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  const cache = useQueryClient();
  const { data } = useSegments();
  const [segment, choose] = useState('');
  const form = useForm(async (value) => {
    const of = together(
      await joinAddresses(value('emails')),
      segment ? await joinSegment(segment) : nobody,
    );
    await cache.invalidateQueries({ queryKey: ['get', '/api/v1/panel/participants'] });
    showToast(
      t('invite.done', {
        joined: formats.number(of.joined),
        already: formats.number(of.already),
        refused: formats.number(of.refused + of.without_address),
      }),
    );
    onClose();
  });
  const wrong = Object.entries(form.errors).find(([field]) => field.startsWith('emails'))?.[1];
  return (
    <FormDialog title={t('invite.title')} action={t('invite.go')} form={form} onClose={onClose}>
      <p>{t('invite.text')}</p>
      <TextArea label={t('invite.emails')} name="emails" rows={5} optional error={wrong} />
      <Select
        label={t('invite.segment')}
        optional
        value={segment}
        empty={t('invite.noSegment')}
        options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={choose}
      />
    </FormDialog>
  );
}
