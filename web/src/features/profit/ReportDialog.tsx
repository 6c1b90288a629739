// The weekly report: kept as a PDF, sent by mail now, and every week from now on or no more.
import { IconDownload, IconMail } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Loaded } from '~/platform/Loaded';
import { currentLanguage, languages, type Language } from '~/texts';
import { Button, LinkButton } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { Select } from '~/ui/form/Select';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import {
  type Choice,
  pdfOf,
  sendNow,
  subscribe,
  subscriptionKey,
  unsubscribe,
  useSubscription,
  type Weekday,
  weekdays,
} from './reports';

type Known = NonNullable<ReturnType<typeof useSubscription>['data']>;

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const usualHour = 7;

export function ReportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('profit');
  const query = useSubscription();
  if (query.data) return <Filled known={query.data} onClose={onClose} />;
  return (
    <Dialog open title={t('report.title')} onClose={onClose}>
      <Loaded query={query}>{() => null}</Loaded>
    </Dialog>
  );
}

function Filled({ known, onClose }: { known: Known; onClose: () => void }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const cache = useQueryClient();
  const [language, choose] = useState<Language>(known.choice?.language ?? currentLanguage());
  const renew = () => cache.invalidateQueries({ queryKey: subscriptionKey });
  const form = useForm(async (value) => {
    const kept = await subscribe({
      weekday: value('weekday') as Weekday,
      hour: Number(value('hour')),
      zone: value('zone'),
      language,
    });
    await renew();
    showToast(t('report.subscribed', { moment: kept.next ? formats.dateTime(kept.next) : '' }));
    onClose();
  });
  const { choice } = known;
  return (
    <FormDialog
      title={t('report.title')}
      action={choice ? t('report.change') : t('report.subscribe')}
      form={form}
      onClose={onClose}
    >
      <p>{t('report.text')}</p>
      {!known.mail && <Notice tone="warn">{t('report.noMail')}</Notice>}
      <div className={fields.pair}>
        <Select
          label={t('report.weekday')}
          name="weekday"
          defaultValue={choice?.weekday ?? 'monday'}
          options={weekdays.map((id) => ({ value: id, label: t(`report.weekdays.${id}`) }))}
        />
        <Select
          label={t('report.hour')}
          name="hour"
          defaultValue={String(choice?.hour ?? usualHour)}
          options={hours.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
        />
        <Zone known={known} />
        <Select
          label={t('report.language')}
          value={language}
          options={languages.map((id) => ({ value: id, label: t(`report.languages.${id}`) }))}
          onChange={(id) => {
            choose(id as Language);
          }}
        />
      </div>
      <p className={fields.note}>
        {known.choice && known.next
          ? t('report.next', { address: known.address, moment: formats.dateTime(known.next) })
          : t('report.goesTo', { address: known.address })}
      </p>
      <Now known={known} language={language} onClose={onClose} />
    </FormDialog>
  );
}

// The company's, the browser's where that is another, and whatever was chosen before.
function Zone({ known }: { known: Known }) {
  const { t } = useTranslation('profit');
  const own = [known.choice?.zone ?? '', browserZone()].filter(
    (zone) => zone !== '' && zone !== known.company_zone,
  );
  return (
    <Select
      label={t('report.zone')}
      name="zone"
      defaultValue={known.choice?.zone ?? ''}
      empty={t('report.companyZone', { zone: known.company_zone })}
      options={[...new Set(own)].map((zone) => ({ value: zone, label: zone }))}
    />
  );
}

interface NowProps {
  known: Known;
  language: Choice['language'];
  onClose: () => void;
}

function Now({ known, language, onClose }: NowProps) {
  const { t } = useTranslation('profit');
  const cache = useQueryClient();
  const run = (act: () => Promise<unknown>, said: string) => {
    act()
      .then(async () => {
        await cache.invalidateQueries({ queryKey: subscriptionKey });
        showToast(said);
        onClose();
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message);
      });
  };
  return (
    <div className={fields.row}>
      <LinkButton href={pdfOf(language)} icon={<IconDownload aria-hidden />} download>
        {t('report.pdf')}
      </LinkButton>
      {known.mail && (
        <Button
          icon={<IconMail aria-hidden />}
          onClick={() => {
            run(() => sendNow(language), t('report.sent', { address: known.address }));
          }}
        >
          {t('report.now')}
        </Button>
      )}
      {known.choice && (
        <Button
          look="danger"
          onClick={() => {
            run(unsubscribe, t('report.unsubscribed'));
          }}
        >
          {t('report.unsubscribe')}
        </Button>
      )}
    </div>
  );
}
