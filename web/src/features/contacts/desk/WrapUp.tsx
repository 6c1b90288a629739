// What came of it, in two keystrokes: the number of an outcome, and Enter. B promises to call back tomorrow.
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Kbd } from '~/ui/control/Kbd';
import { Checkbox } from '~/ui/form/Choices';
import { TextField } from '~/ui/form/TextField';
import { showToast } from '~/ui/feedback/toasts';
import { useFormats } from '~/ui/text/locale';
import { wrapUp } from '../api';
import { duration, useClock } from '../time';
import { useAct } from '../useAct';
import type { Contact, Outcome } from '../wire';
import { outcomes } from '../words';
import classes from './desk.module.css';

const dayMs = 86_400_000;
const minutes = 15;

// The first quarter of an hour that this agent has, a day from now.
async function callBackTomorrow({ id, team }: Contact, agent: string): Promise<string | null> {
  const from = new Date(Date.now() + dayMs).toISOString();
  const { items } = await data(
    api.GET('/api/v1/contacts/slots', { params: { query: { team, agent, from, minutes } } }),
  );
  const starts = items[0]?.starts;
  if (!starts) return null;
  await data(
    api.POST('/api/v1/contacts/appointments', {
      body: { way: 'call_back', team, agent, starts, minutes, contact: id },
    }),
  );
  return starts;
}

export function WrapUp({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const me = useMe();
  const { busy, act } = useAct();
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('helped');
  const [callsBack, setCallsBack] = useState(false);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(':checked')?.focus();
  }, []);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = (name: string) => {
      const text = new FormData(event.currentTarget).get(name);
      return typeof text === 'string' ? text.trim() : '';
    };
    const [order, note] = [value('order'), value('note')];
    void act(async () => {
      const at = callsBack ? await callBackTomorrow(contact, me.id) : null;
      await wrapUp(contact.id, outcome, order, note);
      if (at) showToast(t('wrapUp.callsBack', { when: formats.dateTime(at) }));
      else if (callsBack) showToast(t('wrapUp.noSlot'), { tone: 'bad' });
    });
  };
  const onKey = (event: KeyboardEvent<HTMLFormElement>) => {
    const typesText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (typesText || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = outcomes[Number(event.key) - 1];
    if (chosen) setOutcome(chosen);
    else if (event.key === 'b') setCallsBack(!callsBack);
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) form.current?.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form ref={form} className={classes.wrap} onSubmit={save} onKeyDown={onKey} aria-label={t('wrapUp.title')}>
      <div className={classes.wrapHead}>
        <h3>{t('wrapUp.title')}</h3>
        {contact.due && <Rest until={contact.due} />}
      </div>
      <fieldset className={classes.outcomes}>
        <legend>{t('wrapUp.outcome')}</legend>
        {outcomes.map((one, index) => (
          <label key={one}>
            <input
              type="radio"
              name="outcome"
              checked={one === outcome}
              onChange={() => {
                setOutcome(one);
              }}
            />
            {t(`outcomes.${one}`)}
            <Kbd>{String(index + 1)}</Kbd>
          </label>
        ))}
      </fieldset>
      <div className={classes.wrapFields}>
        <TextField label={t('wrapUp.note')} name="note" optional maxLength={2_000} autoComplete="off" />
        {outcome === 'sold' && (
          <TextField label={t('wrapUp.order')} name="order" optional maxLength={64} autoComplete="off" />
        )}
      </div>
      <div className={classes.wrapFoot}>
        <span className={classes.follow}>
          <Checkbox
            label={t('wrapUp.tomorrow')}
            checked={callsBack}
            onChange={() => {
              setCallsBack(!callsBack);
            }}
          />
          <Kbd>B</Kbd>
        </span>
        <Button look="primary" type="submit" busy={busy}>
          {t('wrapUp.action')}
          <Kbd>Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}

function Rest({ until }: { until: string }) {
  const { t } = useTranslation('contacts');
  return <small>{t('wrapUp.rest', { time: duration(Date.parse(until) - useClock()) })}</small>;
}
