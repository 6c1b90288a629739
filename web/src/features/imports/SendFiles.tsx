// Sends files to the server, one after the other; with the last one there, the first is opened, or offered to whoever
// went on elsewhere.
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { upload, type Upload } from '~/api/upload';
import { useStillHere } from '~/platform/useStillHere';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Progress } from '~/ui/feedback/Progress';
import { showToast } from '~/ui/feedback/toasts';
import { FileDrop } from '~/ui/form/FileDrop';
import { useFormats } from '~/ui/text/locale';
import { useRefresh } from './api';
import classes from './imports.module.css';
import { fileSize } from './sizes';
import type { Detected } from './wire';

interface Sending {
  name: string;
  sent: number;
  size: number;
}

const accepted = '.csv,.tsv,.txt,.gz,.jsonl,.ndjson,.json,.xlsx,.parquet';
const addressOf = (file: File) =>
  `/api/v1/imports/files?name=${encodeURIComponent(file.name.slice(0, 200))}`;

export function SendFiles() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const stillHere = useStillHere();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const current = useRef<Upload<Detected> | null>(null);

  const sendOne = async (file: File): Promise<string> => {
    const { name, size } = file;
    setSending({ name, sent: 0, size });
    current.current = upload<Detected>(addressOf(file), file, (sent) => {
      setSending({ name, sent, size });
    });
    return (await current.current.answer).id;
  };
  const send = async (files: readonly File[]) => {
    setProblem(null);
    const ids: string[] = [];
    try {
      for (const file of files) ids.push(await sendOne(file));
      const [first = '', ...more] = ids;
      const open = () =>
        void navigate({ to: '/settings/imports/$file', params: { file: first }, search: { more } });
      if (stillHere()) open();
      else showToast(t('sentAll', { count: ids.length, name: files[0]?.name }), { open });
    } catch (error) {
      const { code, message } = problemOf(error);
      if (code === 'stopped') return;
      if (stillHere()) setProblem(message);
      else showToast(message, { tone: 'bad' });
    } finally {
      setSending(null);
      void refresh();
    }
  };
  return (
    <>
      {sending ? (
        <Sent {...sending} onStop={() => current.current?.stop()} />
      ) : (
        <FileDrop
          label={t('drop')}
          hint={t('dropHint')}
          accept={accepted}
          onFiles={(files) => void send(files)}
        />
      )}
      {problem && <Notice tone="bad">{problem}</Notice>}
    </>
  );
}

function Sent({ name, sent, size, onStop }: Sending & { onStop: () => void }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const whole = sent >= size;
  return (
    <div className={classes.sending} aria-live="polite">
      <div className={classes.sendingHead}>
        <strong dir="auto">{name}</strong>
        <span>
          {whole
            ? t('looking')
            : t('sent', { sent: fileSize(sent, formats), size: fileSize(size, formats) })}
        </span>
        <Button look="quiet" onClick={onStop}>
          {t('stop')}
        </Button>
      </div>
      <Progress label={t('sending', { name })} done={whole ? 0 : sent} of={whole ? 0 : size} />
    </div>
  );
}
