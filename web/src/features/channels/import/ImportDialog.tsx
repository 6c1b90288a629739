// Takes the worksheet back in as CSV: choose, see what would change, and only then change it.
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Problem, problemOf } from '~/api/problem';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { TextArea } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useRefresh } from '../api';
import type { Import } from '../wire';
import { useFieldWords } from './fieldWords';
import { fileText } from './fileText';
import { Preview } from './Preview';
import { applyImport, csvOf, largestFile, previewImport } from './sendFile';
import classes from './Import.module.css';

export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('channels');
  const refresh = useRefresh();
  const wordsOf = useFieldWords();
  const [csv, setCsv] = useState('');
  const [found, setFound] = useState<Import | null>(null);
  const [problem, setProblem] = useState<Problem | string | null>(null);
  const [busy, setBusy] = useState(false);

  const work = async (send: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await send();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const look = (text: string) =>
    work(async () => {
      setCsv(text);
      setFound(await previewImport(csvOf(text)));
    });
  const apply = () =>
    work(async () => {
      const done = await applyImport(csvOf(csv));
      showToast(t('imports.done', { count: done.added + done.changed }));
      await refresh();
      onClose();
    });
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largestFile) setProblem(t('imports.tooLarge'));
    else await look(await fileText(file));
  };
  const count = found ? found.added + found.changed : 0;
  const footer = found ? (
    <>
      <Button
        onClick={() => {
          setFound(null);
        }}
      >
        {t('imports.back')}
      </Button>
      <Button
        look="primary"
        busy={busy}
        disabled={count === 0 || found.problems.length > 0}
        onClick={() => void apply()}
      >
        {t('imports.apply', { count })}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
      <Button
        look="primary"
        busy={busy}
        disabled={csv.trim() === ''}
        onClick={() => void look(csv)}
      >
        {t('imports.preview')}
      </Button>
    </>
  );
  return (
    <Dialog open title={t('imports.title')} width={720} onClose={onClose} footer={footer}>
      {problem && (
        <Notice tone="bad">{typeof problem === 'string' ? problem : problem.message}</Notice>
      )}
      {found ? (
        <Preview found={found} wordsOf={wordsOf} />
      ) : (
        <>
          <p className={classes.lead}>{t('imports.intro')}</p>
          <label className={classes.file}>
            <IconFileSpreadsheet aria-hidden />
            {t('imports.choose')}
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={(event) => void takeFile(event.target.files?.[0])}
            />
          </label>
          <TextArea
            label={t('imports.paste')}
            value={csv}
            rows={6}
            spellCheck={false}
            onChange={(event) => {
              setCsv(event.target.value);
            }}
          />
        </>
      )}
    </Dialog>
  );
}
