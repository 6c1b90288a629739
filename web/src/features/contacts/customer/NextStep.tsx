// What to propose to the customer now, where that pays: what it brings beyond what it costs, and what they got who
// wanted it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { answerStep, useStep } from '../api';
import { useAct } from '../useAct';
import type { Answered, Contact, Step } from '../wire';
import classes from './customer.module.css';

export function NextStep({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const me = useMe();
  const isMine = contact.agent === me.id && contact.state === 'active';
  const { data: step } = useStep(contact.id, isMine);
  const [answered, setAnswered] = useState<Answered | null>(null);
  if (!isMine || !step?.decision.offer || answered?.answer === 'dismissed') return null;
  return (
    <Section title={t('step.title')}>
      <strong dir="auto">{step.decision.offer.title}</strong>
      <p dir="auto">{step.decision.offer.body}</p>
      {answered ? <Got answered={answered} act={step.decision.offer.act} /> : (
        <Proposed contact={contact} step={step} onAnswered={setAnswered} />
      )}
    </Section>
  );
}

interface ProposedProps {
  contact: Contact;
  step: Step;
  onAnswered: (answered: Answered) => void;
}

function Proposed({ contact, step: { decision, weighed }, onAnswered }: ProposedProps) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const { busy, act } = useAct();
  const tell = (answer: 'accepted' | 'dismissed') => {
    void act(() => answerStep(decision.id ?? '', contact, answer)).then((answered) => {
      if (answered) onAnswered(answered);
    });
  };
  return (
    <>
      {weighed?.gain != null && (
        <p className={classes.quiet}>
          {t('step.pays', {
            gain: formats.money(String(weighed.gain)),
            cost: formats.money(String((weighed.cost ?? 0) + (weighed.queue_price ?? 0))),
            sure: formats.percent(weighed.sure ?? 0, 0),
          })}
        </p>
      )}
      <div className={classes.tags}>
        <Button
          look="primary"
          busy={busy}
          onClick={() => {
            tell('accepted');
          }}
        >
          {t('step.accept')}
        </Button>
        <Button
          busy={busy}
          onClick={() => {
            tell('dismissed');
          }}
        >
          {t('step.dismiss')}
        </Button>
      </div>
    </>
  );
}

function Got({ answered, act }: { answered: Answered; act: string }) {
  const { t } = useTranslation('contacts');
  if (answered.voucher) {
    return (
      <p>
        {t('step.voucher')} <b>{answered.voucher}</b>
      </p>
    );
  }
  if (act === 'appointment') return <Link to="/appointments">{t('step.appointment')}</Link>;
  return <p>{t('step.done')}</p>;
}
