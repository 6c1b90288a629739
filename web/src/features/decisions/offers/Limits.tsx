// How often an offer is made to one customer, and on which days.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf, type Problem } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { SavedNumber } from '~/platform/SavedField';
import { DateField } from '~/ui/form/DateField';
import { Section } from '~/ui/layout/Section';
import { parseDay } from '~/ui/text/day';
import { useFormats, useLocale } from '~/ui/text/locale';
import { type OfferPart, useSaveOffer } from '../changes';
import classes from '../decisions.module.css';
import type { Offer } from '../wire';
import { capWords, validityWords } from './columns';
import { daysOf, fromOf, untilOf } from './validity';

export function Limits({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  return (
    <Section title={t('sections.limits')}>
      <p className={classes.quiet}>{t('capSentence', { cap: capWords(offer, t) })}</p>
      <div className={fields.pair}>
        <CapField offer={offer} field="cap_times" />
        <CapField offer={offer} field="cap_days" />
      </div>
      <Validity offer={offer} />
    </Section>
  );
}

function CapField({ offer, field }: { offer: Offer; field: 'cap_times' | 'cap_days' }) {
  const { t } = useTranslation('decisions');
  const save = useSaveOffer();
  const part: OfferPart<string> = {
    label: t(`fields.${field}`),
    of: (now) => String(now[field]),
    put: (value) => ({ [field]: Number(value) }),
    told: (value) => t(field === 'cap_times' ? 'times' : 'days', { count: Number(value) }),
  };
  return (
    <SavedNumber
      label={t(`fields.${field}`)}
      value={String(offer[field])}
      onSave={(to, from) => save(offer.id, part, to, from)}
    />
  );
}

function Validity({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { timeZone } = useLocale();
  const days = daysOf(offer, formats.dayOf);
  return (
    <>
      <p className={classes.quiet}>
        {t('validity.sentence', {
          days: validityWords(offer, { t, formats }),
          zone: timeZone.replaceAll('_', ' '),
        })}
      </p>
      <div className={fields.pair}>
        <DayField
          key={`from ${days.first}`}
          offer={offer}
          day={days.first}
          part={{
            label: t('fields.from'),
            of: (now) => daysOf(now, formats.dayOf).first,
            put: (day) => ({ from: fromOf(day, timeZone) }),
            told: (day) => (day ? formats.date(day) : ''),
          }}
        />
        <DayField
          key={`until ${days.last}`}
          offer={offer}
          day={days.last}
          part={{
            label: t('fields.until'),
            of: (now) => daysOf(now, formats.dayOf).last,
            put: (day) => ({ until: untilOf(day, timeZone) }),
            told: (day) => (day ? formats.date(day) : ''),
          }}
        />
      </div>
    </>
  );
}

function DayField({ offer, day, part }: { offer: Offer; day: string; part: OfferPart<string> }) {
  const save = useSaveOffer();
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <DateField
      label={part.label}
      optional
      defaultValue={day}
      error={messageOf(problem)}
      onDone={(next) => {
        if (next !== '' && !parseDay(next)) return;
        void save(offer.id, part, next, day).then(setProblem);
      }}
    />
  );
}
