// Takes a file of products in: choose it, see what it would do and what is wrong with which line, and only then do it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Skeleton } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { FileDrop } from '~/ui/form/FileDrop';
import { Dialog } from '~/ui/overlay/Dialog';
import { useRefresh } from '../api';
import { bringIn, largestFile, type Told } from './sendFile';
import { ToldLines } from './ToldLines';

export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (chosen: File, tries: boolean) => {
    setBusy(true);
    setWrong(null);
    try {
      setTold(await bringIn(chosen, tries));
      if (!tries) await refresh();
    } catch (error) {
      setWrong(problemOf(error).message);
      setTold(null);
    } finally {
      setBusy(false);
    }
  };
  const take = ([chosen]: readonly File[]) => {
    if (!chosen) return;
    setFile(chosen);
    if (chosen.size > largestFile) setWrong(t('import.tooLarge'));
    else void send(chosen, true);
  };
  const other = () => {
    setFile(null);
    setTold(null);
    setWrong(null);
  };
  const lines = told ? told.added + told.changed : 0;
  const apply = async (chosen: File) => {
    await send(chosen, false);
    showToast(t('import.done', { count: lines }));
  };
  const footer = told?.tried ? (
    <>
      <Button onClick={other}>{t('import.other')}</Button>
      <Button
        look="primary"
        busy={busy}
        disabled={lines === 0}
        onClick={() => {
          if (file) void apply(file);
        }}
      >
        {t('import.apply', { count: lines })}
      </Button>
    </>
  ) : (
    <Button onClick={onClose}>{t(told ? 'import.close' : 'import.cancel')}</Button>
  );
  return (
    <Dialog open title={t('import.title')} width={600} onClose={onClose} footer={footer}>
      <div className={fields.fields}>
        {wrong && <Notice tone="bad">{wrong}</Notice>}
        {!told && busy && <Skeleton lines={3} />}
        {!told && !busy && (
          <>
            <p className={fields.note}>{t('import.intro')}</p>
            <FileDrop
              label={t('import.choose')}
              hint={t('import.forms')}
              accept=".csv,.tsv,.txt,.jsonl,.gz,.xlsx,.parquet"
              onFiles={take}
            />
          </>
        )}
        {told && <ToldLines told={told} name={file?.name ?? ''} />}
      </div>
    </Dialog>
  );
}
